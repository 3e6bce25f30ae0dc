package skylark.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.ManualClock;
import skylark.stage.Stage;
import skylark.stage.StageRunner;
import skylark.watchdog.Supervisor.Kind;
import skylark.watchdog.Supervisor.Trip;

class SupervisorTest {
    private final ManualClock clock = new ManualClock();
    private final Doorbell doorbell = new Doorbell();
    private final Link<String> link = new Link<>("words", 16, doorbell);
    private final LinkedBlockingQueue<String> handled = new LinkedBlockingQueue<>();
    private final List<Trip> trips = new ArrayList<>();
    private final Supervisor supervisor = new Supervisor(trips::add);

    @Test
    void shouldRestartAStageThatCrashedAndNameIt() throws Exception {
        StageRunner runner = runner(word -> {
            if (word.equals("poison")) {
                throw new IllegalStateException("cannot swallow " + word);
            }
            return null;
        });
        link.offer("poison");
        awaitTrue(() -> !runner.isAlive());
        supervisor.check(clock.nanoTime(), 0, 0);
        assertThat(trips).singleElement().satisfies(trip -> {
            assertThat(trip.stage()).isEqualTo("eater");
            assertThat(trip.kind()).isEqualTo(Kind.CRASHED);
            assertThat(trip.detail()).contains("cannot swallow poison");
        });
        link.offer("bread");
        assertThat(handled.poll(10, TimeUnit.SECONDS)).isEqualTo("bread");
        runner.close();
    }

    @Test
    void shouldReplaceAStageThatHangsInOneMessage() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        StageRunner runner = runner(word -> {
            if (word.equals("stone")) {
                entered.countDown();
                awaitIgnoringInterrupts(release);
            }
            return null;
        });
        link.offer("stone");
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        clock.advanceMs(400);
        supervisor.check(clock.nanoTime(), 0, 0);
        assertThat(trips).isEmpty();
        clock.advanceMs(200);
        supervisor.check(clock.nanoTime(), 0, 0);
        assertThat(trips).singleElement().extracting(Trip::kind).isEqualTo(Kind.STALLED);
        link.offer("bread");
        assertThat(handled.poll(10, TimeUnit.SECONDS)).isEqualTo("bread");
        assertThat(runner.restarts()).isEqualTo(1);
        release.countDown();
        runner.close();
    }

    @Test
    void shouldNotChargeAStageWithItsOwnLateness() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        StageRunner runner = runner(word -> {
            entered.countDown();
            awaitIgnoringInterrupts(release);
            return null;
        });
        link.offer("slow");
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        clock.advanceMs(900);
        supervisor.check(clock.nanoTime(), 800_000_000, 0);
        assertThat(trips).isEmpty();
        release.countDown();
        runner.close();
    }

    @Test
    void shouldReportWhatAStageComplainsOf() throws Exception {
        StageRunner runner = runner(word -> word.equals("rot") ? "frames flow, but nothing is heard" : null);
        link.offer("rot");
        assertThat(handled.poll(10, TimeUnit.SECONDS)).isEqualTo("rot");
        awaitTrue(() -> runner.complaint(0) != null);
        supervisor.check(clock.nanoTime(), 0, 0);
        assertThat(trips).singleElement().satisfies(trip -> {
            assertThat(trip.kind()).isEqualTo(Kind.COMPLAINED);
            assertThat(trip.detail()).contains("nothing is heard");
        });
        runner.close();
    }

    private StageRunner runner(Function<String, @Nullable String> appetite) {
        StageRunner runner = new StageRunner(() -> new EatingStage(appetite), doorbell, clock);
        runner.start();
        supervisor.watch(runner, 500_000_000, true, clock.nanoTime());
        return runner;
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        boolean released = false;
        while (!released) {
            try {
                latch.await();
                released = true;
            } catch (InterruptedException e) {
                released = false; // like a native call, which knows no interrupts
            }
        }
    }

    private static void awaitTrue(java.util.function.BooleanSupplier condition) {
        long endNs = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(endNs);
            Thread.onSpinWait();
        }
    }

    private final class EatingStage implements Stage {
        private final Function<String, @Nullable String> appetite;
        private volatile @Nullable String complaint;

        EatingStage(Function<String, @Nullable String> appetite) {
            this.appetite = appetite;
        }

        @Override
        public String roleName() {
            return "eater";
        }

        @Override
        public int doWork(long nowNs) {
            String word = link.poll();
            if (word == null) {
                return 0;
            }
            complaint = appetite.apply(word);
            handled.add(word);
            return 1;
        }

        @Override
        public @Nullable String complaint(long nowNs) {
            return complaint;
        }
    }
}
