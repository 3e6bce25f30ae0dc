package skylark.audio.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import skylark.audio.device.DeviceNews.Failed;
import skylark.audio.device.DeviceNews.Heard;
import skylark.audio.device.DeviceNews.Opened;

class DeviceWatchTest {
    private static final long TENTH_NS = 100_000_000;
    private static final Heard SOUND = new Heard(Direction.INPUT, false, 0);
    private static final Heard ZEROS = new Heard(Direction.INPUT, true, 0);
    private static final Heard OVERLOAD = new Heard(Direction.INPUT, false, 30);

    private long nowNs;
    private final DeviceWatch microphone = new DeviceWatch(Direction.INPUT, 0);
    private final List<String> told = new ArrayList<>();

    private void take(DeviceNews news) {
        tell(microphone.take(news, nowNs));
    }

    private void tell(@Nullable DeviceChange change) {
        if (change != null) {
            told.add(change.spoken());
        }
    }

    /** So many tenths of a second of this, with a look after each. */
    private void pass(int tenths, @Nullable DeviceNews news) {
        for (int i = 0; i < tenths; i++) {
            nowNs += TENTH_NS;
            if (news != null) {
                take(news);
            }
            tell(microphone.look(0, true, nowNs));
        }
    }

    private void open() {
        take(new Opened(Direction.INPUT));
    }

    private void fail(DeviceState state) {
        take(new Failed(Direction.INPUT, state, "why"));
    }

    @Test
    void shouldSayNothingOfADeviceThatIsWell() {
        open();
        pass(100, SOUND);
        assertThat(told).isEmpty();
        assertThat(microphone.state()).isEqualTo(DeviceState.WELL);
    }

    @Test
    void shouldTellOnceThatADeviceIsMissingHoweverOftenItIsTried() {
        for (int i = 0; i < 60; i++) {
            fail(DeviceState.MISSING);
            pass(10, null);
        }
        assertThat(told).containsExactly("microphone missing");
    }

    @Test
    void shouldTellOfALossAndOfTheReturnOnceEach() {
        open();
        pass(10, SOUND);
        fail(DeviceState.LOST);
        for (int i = 0; i < 5; i++) {
            fail(DeviceState.MISSING);
            pass(10, null);
        }
        assertThat(told).containsExactly("microphone lost");
        open();
        pass(10, SOUND);
        assertThat(told).containsExactly("microphone lost", "microphone back");
    }

    @Test
    void shouldTellOfEveryLoss() {
        open();
        for (int i = 0; i < 3; i++) {
            pass(10, SOUND);
            fail(DeviceState.LOST);
            open();
        }
        String lost = "microphone lost";
        String back = "microphone back";
        assertThat(told).containsExactly(lost, back, lost, back, lost);
    }

    @Test
    void shouldTellThatItCameBackToSomebodyElse() {
        open();
        pass(10, SOUND);
        fail(DeviceState.LOST);
        fail(DeviceState.BUSY);
        assertThat(told).containsExactly("microphone lost", "microphone busy");
    }

    @Test
    void shouldNoticeSilenceWithinTwoSeconds() {
        open();
        pass(10, SOUND);
        pass(14, ZEROS);
        assertThat(told).as("a pause between words").isEmpty();
        pass(5, ZEROS);
        assertThat(told).containsExactly("microphone silent");
        pass(6, SOUND);
        assertThat(told).containsExactly("microphone silent", "microphone back");
    }

    @Test
    void shouldNotTellOfEveryPauseWhereTheSystemSendsZeros() {
        open();
        for (int i = 0; i < 10; i++) {
            pass(20, ZEROS);
            pass(10, SOUND);
        }
        assertThat(told).containsExactly("microphone silent", "microphone back");
    }

    @Test
    void shouldNoticeOverloadButNotAClick() {
        open();
        pass(10, SOUND);
        take(OVERLOAD);
        pass(10, SOUND);
        assertThat(told).as("a click").isEmpty();
        pass(20, OVERLOAD);
        assertThat(told).containsExactly("microphone overloaded");
        pass(60, SOUND);
        assertThat(told).containsExactly("microphone overloaded", "microphone back");
    }

    @Test
    void shouldHaveAStuckThreadReplacedWithinTwoSeconds() {
        open();
        pass(10, SOUND);
        long stuckNs = nowNs;
        while (!microphone.takeReplace()) {
            nowNs += TENTH_NS;
            tell(microphone.look(nowNs - stuckNs, true, nowNs));
            assertThat(nowNs - stuckNs).isLessThan(2_000_000_000L);
        }
        assertThat(told).containsExactly("microphone stuck");
        assertThat(microphone.takeReplace()).as("once").isFalse();
        open();
        pass(10, SOUND);
        assertThat(told).containsExactly("microphone stuck", "microphone back");
    }

    @Test
    void shouldTakeALineThatGivesNothingForStuck() {
        open();
        pass(10, SOUND);
        pass(12, null);
        assertThat(told).containsExactly("microphone stuck");
        assertThat(microphone.takeReplace()).isTrue();
    }

    @Test
    void shouldGiveALineTimeForItsFirstSound() {
        open();
        pass(24, null);
        pass(10, SOUND);
        assertThat(told).isEmpty();
        assertThat(microphone.takeReplace()).isFalse();
    }

    @Test
    void shouldReplaceAThreadThatDied() {
        nowNs = 2_000_000_000L;
        tell(microphone.look(0, false, nowNs));
        assertThat(microphone.takeReplace()).isTrue();
    }

    @Test
    void shouldTakeAnOpenLoudspeakerForWell() {
        DeviceWatch loudspeaker = new DeviceWatch(Direction.OUTPUT, 0);
        tell(loudspeaker.take(new Failed(Direction.OUTPUT, DeviceState.BUSY, ""), 0));
        loudspeaker.take(new Opened(Direction.OUTPUT), 1);
        for (int i = 1; i < 10; i++) {
            tell(loudspeaker.look(0, true, i * TENTH_NS));
        }
        assertThat(told).containsExactly("loudspeaker busy", "loudspeaker back");
    }
}
