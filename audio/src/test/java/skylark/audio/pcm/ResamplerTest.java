package skylark.audio.pcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

    @Test
    void shouldGiveBackWhatHasTheRateAlready() {
        short[] samples = {1, 2, 3};

        assertThat(Resampler.to16k(samples, 16_000)).isSameAs(samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 44_100, 48_000, 96_000})
    void shouldKeepATone(int rateHz) {
        short[] out = Resampler.to16k(tone(rateHz, 1000, rateHz), rateHz);

        assertThat(out).hasSize(16_000);
        assertThat(error(out, tone(16_000, 1000, 16_000), 500)).isLessThan(-60);
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 12_000, 20_000})
    void shouldRemoveWhatTheTargetCannotCarry(int toneHz) {
        short[] out = Resampler.to16k(tone(48_000, toneHz, 48_000), 48_000);

        assertThat(Level.dbfs(out, 1000, 14_000)).isLessThan(-70);
    }

    @Property(tries = 60)
    void shouldAgreeWithTheNaiveSum(@ForAll @IntRange(min = 8_000, max = 96_000) int rateHz, @ForAll long seed) {
        Random random = new Random(seed);
        short[] in = new short[300];
        for (int i = 0; i < in.length; i++) {
            in[i] = (short) (random.nextGaussian() * 3000);
        }

        short[] out = Resampler.to16k(in, rateHz);

        assertThat(out).hasSize((int) (300L * 16_000 / rateHz));
        for (int i = 0; i < out.length; i++) {
            assertThat((double) out[i]).isCloseTo(naive(in, rateHz, i), within(1.5));
        }
    }

    @Test
    void shouldNotWrapWhenTheResultIsLouderThanFullScale() {
        short[] square = new short[480];
        for (int i = 0; i < square.length; i++) {
            square[i] = (i / 24) % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }

        short[] out = Resampler.to16k(square, 48_000);

        for (int i = 0; i < out.length; i++) {
            int place = i % 16;
            if (place > 1 && place < 6) {
                assertThat((int) out[i]).as("sample %d", i).isPositive();
            }
        }
    }

    /** The definition, without a table. */
    private static double naive(short[] in, int rateHz, int i) {
        double position = (double) i * rateHz / 16_000;
        double cutOff = Math.min(1.0, 16_000.0 / rateHz) * 0.94;
        double sum = 0;
        for (int n = 0; n < in.length; n++) {
            sum += in[n] * cutOff * Resampler.weight((position - n) * cutOff);
        }
        return sum;
    }

    private static short[] tone(int rateHz, int toneHz, int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * toneHz * i / rateHz));
        }
        return samples;
    }

    /** The level of the difference, relative to the expected signal, in dB. */
    private static double error(short[] out, short[] expected, int margin) {
        double wrong = 0;
        double right = 0;
        for (int i = margin; i < out.length - margin; i++) {
            wrong += Math.pow(out[i] - expected[i], 2);
            right += Math.pow(expected[i], 2);
        }
        return Level.toDb(Math.sqrt(wrong / right));
    }
}
