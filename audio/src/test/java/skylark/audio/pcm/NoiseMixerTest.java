package skylark.audio.pcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import skylark.domain.BadInputException;

class NoiseMixerTest {
    private static final short[] NOISE = noise(7, 5_000, 2000);

    @Property(tries = 50)
    void shouldKeepTheRatioEvenWhenItLowersBoth(@ForAll @IntRange(min = -15, max = 20) int snrDb, @ForAll int start) {
        short[] speech = noise(3, 16_000, 9000);

        short[] mixed = new NoiseMixer(NOISE, "noise").mix(speech, snrDb, start);

        double[] gains = gains(mixed, speech, start);
        double ratio = Level.toDb(gains[0] * Level.rms(speech, 0, speech.length))
                - Level.toDb(gains[1] * Level.rms(NOISE, 0, NOISE.length));
        assertThat(ratio).isCloseTo(snrDb, within(0.1));
    }

    @Test
    void shouldNotCountSilenceAsSpeech() {
        short[] speech = noise(3, 16_000, 9000);
        short[] padded = new short[48_000];
        System.arraycopy(speech, 0, padded, 16_000, speech.length);

        assertThat(Level.activeRms(padded)).isCloseTo(Level.activeRms(speech), within(0.005));
        assertThat(Level.activeRms(new short[4000])).isZero();
        assertThat(Level.activeRms(new short[0])).isZero();
    }

    @Test
    void shouldRefuseSilenceAsNoise() {
        assertThatThrownBy(() -> new NoiseMixer(new short[100], "rotor.wav"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("rotor.wav: silent");
    }

    @Test
    void shouldMeasureFullScale() {
        short[] square = {Short.MIN_VALUE, Short.MIN_VALUE};

        assertThat(Level.dbfs(square, 0, 2)).isCloseTo(0, within(1e-9));
        assertThat(Level.dbfs(new short[2], 0, 2)).isEqualTo(Level.SILENCE_DBFS);
        assertThat(Level.rms(square, 0, 0)).isZero();
    }

    /** How loud speech and noise are in the sum, by least squares. */
    private static double[] gains(short[] mixed, short[] speech, int start) {
        double ss = 0;
        double nn = 0;
        double sn = 0;
        double sm = 0;
        double nm = 0;
        for (int i = 0; i < mixed.length; i++) {
            double s = speech[i];
            double n = NOISE[Math.floorMod(start + i, NOISE.length)];
            ss += s * s;
            nn += n * n;
            sn += s * n;
            sm += s * mixed[i];
            nm += n * mixed[i];
        }
        double determinant = ss * nn - sn * sn;
        return new double[] {(sm * nn - nm * sn) / determinant, (nm * ss - sm * sn) / determinant};
    }

    private static short[] noise(long seed, int length, double amplitude) {
        Random random = new Random(seed);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) Math.max(-32768, Math.min(32767, random.nextGaussian() * amplitude));
        }
        return samples;
    }
}
