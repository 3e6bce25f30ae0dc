package skylark.audio.voice;

import java.util.Arrays;

/**
 * Filters an excitation by the spectrum that a mel-cepstrum describes: the mel log spectrum approximation filter with a
 * Pade approximation of order five (Imai, Sumita, Furuichi, 1983; coefficients of SPTK). No allocation after construction;
 * belongs to one thread.
 */
final class MlsaFilter {
    private static final int PADE = 5;
    private static final double[] COEFFICIENTS = {1, 0.4999391, 0.1107098, 0.01369984, 0.0009564853, 0.00003041721};

    private final int order;
    private final double alpha;
    private final double[] firstDelays = new double[PADE + 1];
    private final double[] firstTaps = new double[PADE + 1];
    private final double[] restInputs = new double[PADE + 1];
    private final double[][] restDelays;

    /**
     * @param order of the mel-cepstrum, c0 not counted
     */
    MlsaFilter(int order, double alpha) {
        this.order = order;
        this.alpha = alpha;
        this.restDelays = new double[PADE + 1][order + 2];
    }

    /** Mel-cepstrum to this filter's coefficients, in place. */
    void coefficients(double[] cepstrum) {
        for (int m = order - 1; m >= 0; m--) {
            cepstrum[m] -= alpha * cepstrum[m + 1];
        }
    }

    /**
     * @param b as {@link #coefficients} makes them
     */
    double filter(double excitation, double[] b) {
        return rest(first(excitation * Math.exp(b[0]), b[1]), b);
    }

    void reset() {
        Arrays.fill(firstDelays, 0);
        Arrays.fill(firstTaps, 0);
        Arrays.fill(restInputs, 0);
        for (double[] delays : restDelays) {
            Arrays.fill(delays, 0);
        }
    }

    /** The factor of b1 alone: a one-pole section in each stage. */
    private double first(double input, double b1) {
        double gain = 1 - alpha * alpha;
        double x = input;
        double out = 0;
        for (int i = PADE; i > 0; i--) {
            firstDelays[i] = gain * firstTaps[i - 1] + alpha * firstDelays[i];
            firstTaps[i] = firstDelays[i] * b1;
            double v = firstTaps[i] * COEFFICIENTS[i];
            x += (i & 1) == 1 ? v : -v;
            out += v;
        }
        firstTaps[0] = x;
        return out + x;
    }

    private double rest(double input, double[] b) {
        double x = input;
        double out = 0;
        for (int i = PADE; i > 0; i--) {
            restInputs[i] = warpedTaps(restInputs[i - 1], restDelays[i], b);
            double v = restInputs[i] * COEFFICIENTS[i];
            x += (i & 1) == 1 ? v : -v;
            out += v;
        }
        restInputs[0] = x;
        return out + x;
    }

    /** A tapped line of all-pass sections. */
    private double warpedTaps(double input, double[] d, double[] b) {
        double a = alpha;
        d[0] = input;
        d[1] = (1 - a * a) * input + a * d[1];
        double carried = d[1];
        double y = 0;
        for (int i = 2; i <= order; i++) {
            double section = d[i] + a * (d[i + 1] - carried);
            y += section * b[i];
            d[i] = carried;
            carried = section;
        }
        d[order + 1] = carried;
        return y;
    }
}
