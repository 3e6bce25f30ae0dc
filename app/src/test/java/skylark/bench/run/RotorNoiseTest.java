package skylark.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RotorNoiseTest {
    private static final double RATE_HZ = 16_000;

    @Test
    void shouldBeTheSameForTheSameSeed() {
        assertThat(RotorNoise.samples(1, 0.5)).isEqualTo(RotorNoise.samples(1, 0.5));
        assertThat(RotorNoise.samples(1, 0.5)).isNotEqualTo(RotorNoise.samples(2, 0.5));
    }

    @Test
    void shouldHaveItsStrengthInTheBladesAndSomeEverywhere() {
        short[] noise = RotorNoise.samples(7, 4);

        double blades = band(noise, 160, 200);
        assertThat(blades).isGreaterThan(20 * band(noise, 90, 130));
        assertThat(band(noise, 320, 400)).as("second harmonic").isGreaterThan(2 * band(noise, 230, 290));
        assertThat(band(noise, 3000, 3040)).as("air").isPositive().isLessThan(blades);
    }

    @Test
    void shouldNeitherClipNorBeFaint() {
        int peak = 0;
        for (short sample : RotorNoise.samples(3, 2)) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertThat(peak).isBetween(11_000, 13_000);
    }

    /** Mean power between two frequencies, by single lines of a Fourier transform. */
    private static double band(short[] samples, double fromHz, double toHz) {
        double power = 0;
        int lines = 0;
        for (double hz = fromHz; hz <= toHz; hz += 2) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < samples.length; i++) {
                re += samples[i] * Math.cos(2 * Math.PI * hz * i / RATE_HZ);
                im += samples[i] * Math.sin(2 * Math.PI * hz * i / RATE_HZ);
            }
            power += re * re + im * im;
            lines++;
        }
        return power / lines;
    }
}
