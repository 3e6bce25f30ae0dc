package skylark.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import skylark.stage.Doorbell;
import skylark.stage.ManualClock;
import skylark.stage.StageInvoker;
import skylark.watchdog.TurnDeadline.State;

class WatchdogStageTest {
    private final ManualClock clock = new ManualClock();
    private final List<Long> timedOut = new ArrayList<>();
    private final WatchdogStage watchdog =
            new WatchdogStage(new Doorbell(), deadline -> timedOut.add(deadline.turn()), new Supervisor(trip -> {}));
    private final StageInvoker invoker = new StageInvoker(watchdog, clock);

    @Test
    void shouldCauseTheFallbackOnceWhenTheReplyIsLate() throws Exception {
        TurnDeadline deadline = new TurnDeadline(7, clock.nanoTime(), clock.nanoTime() + 90_000_000);
        watchdog.arm(deadline);
        clock.advanceMs(89);
        invoker.drain();
        assertThat(timedOut).isEmpty();
        clock.advanceMs(1);
        invoker.drain();
        invoker.drain();
        assertThat(timedOut).containsExactly(7L);
        assertThat(deadline.close()).as("the late reply is not in time").isFalse();
    }

    @Test
    void shouldAskAgainForAFallbackThatNobodyTook() throws Exception {
        int[] asked = new int[1];
        WatchdogStage dog = new WatchdogStage(new Doorbell(), late -> ++asked[0] == 3, new Supervisor(trip -> {}));
        StageInvoker crank = new StageInvoker(dog, clock);
        dog.arm(new TurnDeadline(1, 0, clock.nanoTime() + 1));
        clock.advanceMs(1);
        for (int cycle = 0; cycle < 5; cycle++) {
            crank.invoke();
            assertThat(dog.idleNs()).isLessThanOrEqualTo(asked[0] < 3 ? 1_000_000 : Long.MAX_VALUE);
            clock.advanceMs(1);
        }
        assertThat(asked[0]).isEqualTo(3);
    }

    @Test
    void shouldParkNoLongerThanUntilTheNextDeadline() throws Exception {
        watchdog.arm(new TurnDeadline(1, 0, clock.nanoTime() + 20_000_000));
        invoker.drain();
        assertThat(watchdog.idleNs()).isEqualTo(20_000_000);
    }

    @Test
    void shouldKnowHowLateThreadsWakeAndForgetIt() throws Exception {
        invoker.drain();
        clock.advanceMs(50 + 30);
        invoker.drain();
        assertThat(watchdog.recentLatenessNs()).isEqualTo(30_000_000);

        for (int look = 0; look < 44; look++) {
            clock.advanceMs(50);
            invoker.drain();
        }
        assertThat(watchdog.recentLatenessNs()).isBetween(5_000_000L, 10_000_000L);
        assertThat(watchdog.worstLatenessNs()).isEqualTo(30_000_000);
    }

    @Property(tries = 200)
    void shouldEndEveryDeadlineExactlyOneWay(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 200) Integer> repliesAfterMs)
            throws Exception {
        ManualClock time = new ManualClock();
        List<Long> late = new ArrayList<>();
        WatchdogStage dog = new WatchdogStage(new Doorbell(), d -> late.add(d.turn()), new Supervisor(trip -> {}));
        StageInvoker crank = new StageInvoker(dog, time);
        List<TurnDeadline> deadlines = new ArrayList<>();
        for (int i = 0; i < repliesAfterMs.size(); i++) {
            deadlines.add(new TurnDeadline(i, 0, 90_000_000));
            dog.arm(deadlines.get(i));
        }
        for (int ms = 0; ms <= 200; ms++) {
            for (int i = 0; i < repliesAfterMs.size(); i++) {
                if (repliesAfterMs.get(i) == ms) {
                    deadlines.get(i).close();
                }
            }
            crank.drain();
            time.advanceMs(1);
        }
        for (int i = 0; i < repliesAfterMs.size(); i++) {
            boolean inTime = repliesAfterMs.get(i) <= 90;
            assertThat(deadlines.get(i).state()).isEqualTo(inTime ? State.CLOSED : State.TIMED_OUT);
            assertThat(late.contains((long) i)).isEqualTo(!inTime);
        }
    }
}
