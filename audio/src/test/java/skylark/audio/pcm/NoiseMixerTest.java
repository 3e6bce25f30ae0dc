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

        double scale = regression(mixed, speech);
        double noisePower = 0;
        for (int i = 0; i < mixed.length; i++) {
            noisePower += Math.pow(mixed[i] - scale * speech[i], 2);
        }
        double noiseRms = Math.sqrt(noisePower / mixed.length) / 32768;
        double ratio = Level.toDb(scale * Level.rms(speech, 0, speech.length) / noiseRms);
        assertThat(ratio).isCloseTo(snrDb, within(1.0));
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

    private static double regression(short[] mixed, short[] speech) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < mixed.length; i++) {
            product += (double) mixed[i] * speech[i];
            square += (double) speech[i] * speech[i];
        }
        return product / square;
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
