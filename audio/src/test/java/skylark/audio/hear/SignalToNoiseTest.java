package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalToNoiseTest {
    private static final double NOISE_RMS = 300;
    private final Random random = new Random(1);
    private final SignalToNoise quality = new SignalToNoise();

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 3, 10, 20})
    void shouldMeasureWhatWasMixed(double db) {
        hear(20, NOISE_RMS, false);
        hear(30, Math.hypot(NOISE_RMS, NOISE_RMS * Math.pow(10, db / 20)), true);
        assertThat(quality.db()).isCloseTo(db, within(1.0));
    }

    @Test
    void shouldNotTakeTheEdgesOfSpeechForNoise() {
        hear(12, NOISE_RMS, false);
        hear(20, NOISE_RMS * 10, true);
        hear(4, NOISE_RMS * 6, false);
        assertThat(quality.db()).isCloseTo(20, within(1.0));
    }

    @Test
    void shouldFindNothingWrongWhereThereIsNoNoise() {
        hear(30, 0, false);
        hear(10, 1_000, true);
        assertThat(quality.db()).isInfinite();
    }

    @Test
    void shouldForgetTheSpeechButNotTheNoise() {
        hear(20, NOISE_RMS, false);
        hear(10, NOISE_RMS * 10, true);
        quality.reset();
        hear(10, Math.hypot(NOISE_RMS, NOISE_RMS), true);
        assertThat(quality.db()).isCloseTo(0, within(1.0));
    }

    private void hear(int frames, double rms, boolean speech) {
        short[] frame = new short[SpeechDetector.FRAME_SAMPLES];
        for (int i = 0; i < frames; i++) {
            for (int at = 0; at < frame.length; at++) {
                frame[at] = (short) Math.round(random.nextGaussian() * rms);
            }
            quality.accept(frame, speech);
        }
    }
}
