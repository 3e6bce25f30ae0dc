package skylark.audio.pcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateConverterTest {
    private static short[] noise(int length) {
        Random random = new Random(5);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (random.nextGaussian() * 3_000);
        }
        return samples;
    }

    private static short[] converted(short[] samples, int fromHz, int toHz, int piece) {
        RateConverter converter = new RateConverter(fromHz, toHz, piece);
        short[] out = new short[converter.most(samples.length)];
        short[] some = new short[converter.most(piece)];
        int made = 0;
        for (int at = 0; at < samples.length; at += piece) {
            int count = converter.convert(samples, at, Math.min(piece, samples.length - at), some);
            System.arraycopy(some, 0, out, made, count);
            made += count;
        }
        return Arrays.copyOf(out, made);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100, 48_000, 96_000})
    void shouldMakeOfPiecesWhatTheResamplerMakesOfTheWhole(int rateHz) {
        short[] samples = noise(rateHz / 2);
        short[] whole = Resampler.to16k(samples, rateHz);
        short[] streamed = converted(samples, rateHz, 16_000, rateHz / 100);
        assertThat(streamed.length).isBetween(whole.length - 100, whole.length);
        for (int i = 0; i < streamed.length; i++) {
            assertThat((int) streamed[i]).isCloseTo(whole[i], within(1));
        }
    }

    @Test
    void shouldKeepATonesFrequencyAndLevelOnTheWayUp() {
        short[] tone = new short[16_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (10_000 * Math.sin(2 * Math.PI * 1_000 * i / 16_000));
        }
        short[] up = converted(tone, 16_000, 48_000, 160);
        for (int i = 500; i < up.length; i++) {
            assertThat((double) up[i]).isCloseTo(10_000 * Math.sin(2 * Math.PI * 1_000 * i / 48_000), within(60.0));
        }
    }
}
