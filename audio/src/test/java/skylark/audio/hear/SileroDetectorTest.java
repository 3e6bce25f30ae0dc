package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skylark.audio.hear.Recordings.Recording;

class SileroDetectorTest {
    private static final int FRAME = SpeechDetector.FRAME_SAMPLES;

    @Test
    void shouldTellSpeechFromNoiseInEveryVoice() throws IOException {
        try (var detector = InstalledModels.silero()) {
            for (Recording recording : Recordings.of("manifest.jsonl").subList(0, 12)) {
                detector.reset();
                short[] samples = recording.samples();
                assertThat(shareOfSpeech(detector, samples, 0.5, recording.eosS() - 0.1))
                        .as(recording.audio())
                        .isGreaterThan(0.85);
            }
            detector.reset();
            assertThat(shareOfSpeech(detector, hiss(), 0, 3)).isLessThan(0.02);
        }
    }

    @Test
    void shouldForgetByReset() {
        try (var detector = InstalledModels.silero()) {
            float first = detector.speechProbability(hiss(), 0);
            detector.speechProbability(hiss(), 3 * FRAME);
            detector.reset();

            assertThat(detector.speechProbability(hiss(), 0)).isEqualTo(first);
        }
    }

    private static double shareOfSpeech(SpeechDetector detector, short[] samples, double fromS, double toS) {
        int speech = 0;
        int frames = 0;
        for (int at = 0; at + FRAME <= samples.length; at += FRAME) {
            float probability = detector.speechProbability(samples, at);
            double time = at / 16_000.0;
            if (time >= fromS && time + 0.032 <= toS) {
                frames++;
                speech += probability > 0.35 ? 1 : 0;
            }
        }
        return (double) speech / frames;
    }

    private static short[] hiss() {
        Random random = new Random(5);
        short[] samples = new short[48_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (random.nextGaussian() * 300);
        }
        return samples;
    }
}
