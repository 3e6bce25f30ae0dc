package skylark.audio.voice;

/** The filters that split the excitation into bands of more or less voicing, brought from one rate to another. */
final class ExcitationBands {
    private static final int POINTS = 512;

    private ExcitationBands() {}

    /**
     * @param taps linear-phase filters of odd length, one a row
     * @return the same responses up to half the lower rate, in linear-phase filters shorter by the ratio of the rates
     */
    static double[][] resample(double[][] taps, double fromRateHz, double toRateHz) {
        var resampled = new double[taps.length][];
        for (int band = 0; band < taps.length; band++) {
            resampled[band] = resample(taps[band], fromRateHz / toRateHz);
        }
        return resampled;
    }

    private static double[] resample(double[] taps, double ratio) {
        int half = (int) (taps.length / 2 / ratio);
        var resampled = new double[2 * half + 1];
        for (int p = 0; p < POINTS; p++) {
            double omega = Math.PI * (p + 0.5) / POINTS;
            double response = amplitude(taps, omega / ratio);
            for (int n = -half; n <= half; n++) {
                resampled[n + half] += response * Math.cos(omega * n) / POINTS;
            }
        }
        return resampled;
    }

    private static double amplitude(double[] taps, double omega) {
        int middle = taps.length / 2;
        double sum = 0;
        for (int n = 0; n < taps.length; n++) {
            sum += taps[n] * Math.cos(omega * (n - middle));
        }
        return sum;
    }
}
