package skylark.audio.voice;

/**
 * Mel-cepstra of one rate and warping to those of another: the logarithmic spectrum is linear in either, so the way from
 * one to the other is a matrix, found once by integration over the narrower band.
 */
final class SpectrumWarp {
    private static final int POINTS = 1024;

    private final int from;
    private final int to;
    private final double[] matrix;

    /**
     * @param from coefficients given, c0 included
     * @param to coefficients wanted, c0 included
     * @param boost of the coefficients from the second on, to sharpen formants that averaging has flattened
     */
    SpectrumWarp(int from, double fromAlpha, double fromRateHz, int to, double toAlpha, double toRateHz, double boost) {
        this.from = from;
        this.to = to;
        this.matrix = new double[to * from];
        for (int p = 0; p < POINTS; p++) {
            double warped = Math.PI * (p + 0.5) / POINTS;
            double omega = warp(warped, -toAlpha);
            double source = warp(omega * toRateHz / fromRateHz, fromAlpha);
            for (int k = 0; k < to; k++) {
                double weight = (k == 0 ? 1.0 : 2.0) / POINTS * Math.cos(k * warped);
                for (int m = 0; m < from; m++) {
                    matrix[k * from + m] += weight * (m < 2 ? 1 : boost) * Math.cos(m * source);
                }
            }
        }
    }

    /** The phase of the first-order all-pass: where an angle lies on the warped axis. */
    static double warp(double omega, double alpha) {
        return omega + 2 * Math.atan(alpha * Math.sin(omega) / (1 - alpha * Math.cos(omega)));
    }

    void apply(double[] source, int offset, double[] target) {
        for (int k = 0; k < to; k++) {
            double sum = 0;
            for (int m = 0; m < from; m++) {
                sum += matrix[k * from + m] * source[offset + m];
            }
            target[k] = sum;
        }
    }
}
