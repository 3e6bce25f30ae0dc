package skylark.audio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The parts of the vocoder against what their spectra should be. */
class VocoderPartsTest {
    private static final double ALPHA = 0.42;
    private static final int ORDER = 24;

    @Property(tries = 10)
    void shouldFilterByTheSpectrumOfTheCepstrum(@ForAll long seed) {
        double[] cepstrum = cepstrum(new Random(seed), ORDER + 1);
        double[] coefficients = cepstrum.clone();
        var filter = new MlsaFilter(ORDER, ALPHA);
        filter.coefficients(coefficients);
        var response = new double[2048];
        for (int i = 0; i < response.length; i++) {
            response[i] = filter.filter(i == 0 ? 1 : 0, coefficients);
        }
        for (double omega = 0.1; omega < Math.PI; omega += 0.2) {
            assertThat(logMagnitude(response, omega))
                    .isCloseTo(logSpectrum(cepstrum, SpectrumWarp.warp(omega, ALPHA)), within(0.03));
        }
    }

    @Property(tries = 10)
    void shouldKeepTheSpectrumWhenTheRateChanges(@ForAll long seed) {
        double[] wide = cepstrum(new Random(seed), 35);
        var narrow = new double[ORDER + 1];
        new SpectrumWarp(35, 0.55, 48_000, ORDER + 1, ALPHA, 16_000, 1).apply(wide, 0, narrow);
        double worst = 0;
        for (double hz = 200; hz < 7500; hz += 100) {
            double before = logSpectrum(wide, SpectrumWarp.warp(2 * Math.PI * hz / 48_000, 0.55));
            double after = logSpectrum(narrow, SpectrumWarp.warp(2 * Math.PI * hz / 16_000, ALPHA));
            worst = Math.max(worst, Math.abs(before - after));
        }
        assertThat(worst).isLessThan(0.25); // 2 dB at the worst frequency of a random spectrum
    }

    @Test
    void shouldUndoItsOwnWarping() {
        for (double omega = 0; omega < Math.PI; omega += 0.1) {
            assertThat(SpectrumWarp.warp(SpectrumWarp.warp(omega, ALPHA), -ALPHA))
                    .isCloseTo(omega, within(1e-9));
        }
    }

    @Test
    void shouldKeepTheBandsOfTheExcitation() {
        double[] lowPass = lowPass(99, 2 * Math.PI * 2000 / 48_000);
        double[] resampled = ExcitationBands.resample(new double[][] {lowPass}, 48_000, 16_000)[0];
        assertThat(resampled).hasSize(33);
        assertThat(logMagnitude(resampled, 2 * Math.PI * 1000 / 16_000)).isCloseTo(0, within(0.1));
        assertThat(logMagnitude(resampled, 2 * Math.PI * 4000 / 16_000)).isLessThan(-3);
    }

    @Test
    void shouldExciteWithUnitPowerWhateverTheVoicing() {
        for (double strength : new double[] {0, 0.5, 1}) {
            var excitation = new Excitation(new double[][] {{0, 1, 0}});
            excitation.reset();
            double power = 0;
            for (int frame = 0; frame < 200; frame++) {
                excitation.frame(80, new double[] {strength}, 0, 80);
                for (int i = 0; i < 80; i++) {
                    double sample = excitation.sample();
                    power += sample * sample / (200 * 80);
                }
            }
            assertThat(power).isCloseTo(strength * strength + (1 - strength) * (1 - strength), within(0.03));
        }
    }

    private static double[] cepstrum(Random random, int size) {
        var cepstrum = new double[size];
        for (int m = 0; m < size; m++) {
            cepstrum[m] = random.nextGaussian() * 0.8 / (1 + m);
        }
        return cepstrum;
    }

    private static double logSpectrum(double[] cepstrum, double warped) {
        double log = 0;
        for (int m = 0; m < cepstrum.length; m++) {
            log += cepstrum[m] * Math.cos(m * warped);
        }
        return log;
    }

    private static double logMagnitude(double[] response, double omega) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < response.length; n++) {
            re += response[n] * Math.cos(omega * n);
            im -= response[n] * Math.sin(omega * n);
        }
        return 0.5 * Math.log(re * re + im * im);
    }

    private static double[] lowPass(int taps, double cutOff) {
        var filter = new double[taps];
        for (int n = 0; n < taps; n++) {
            int k = n - taps / 2;
            double ideal = k == 0 ? cutOff / Math.PI : Math.sin(cutOff * k) / (Math.PI * k);
            filter[n] = ideal * (0.54 + 0.46 * Math.cos(2 * Math.PI * k / taps));
        }
        return filter;
    }
}
