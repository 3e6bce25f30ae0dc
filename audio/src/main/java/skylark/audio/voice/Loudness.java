package skylark.audio.voice;

/** How loud speech will be, told from its spectra before a sample is made: so level needs no look ahead at the sound. */
final class Loudness {
    private static final int POINTS = 32;
    private static final int EVERY = 2;
    private static final double NOTHING = 1e-6;

    private final int order;
    private final double[] cosines;
    private final double[] weights = new double[POINTS];

    /**
     * @param order mel-cepstral coefficients, c0 included
     */
    Loudness(int order, double alpha, double rateHz) {
        this.order = order;
        this.cosines = new double[POINTS * order];
        double top = SpectrumWarp.warp(Math.PI * Vocoder.RATE_HZ / rateHz, alpha);
        double before = 0;
        for (int p = 0; p < POINTS; p++) {
            double warped = top * (p + 0.5) / POINTS;
            double after = SpectrumWarp.warp(top * (p + 1) / POINTS, -alpha);
            weights[p] = (after - before) / SpectrumWarp.warp(top, -alpha);
            before = after;
            for (int m = 0; m < order; m++) {
                cosines[p * order + m] = Math.cos(m * warped);
            }
        }
    }

    /** Root mean square over the frames of speech, for an excitation of power one. */
    double of(Trajectory spectrum) {
        double power = 0;
        int n = 0;
        for (int frame = 0; frame < spectrum.frames(); frame += EVERY) {
            if (spectrum.isSpeech(frame)) {
                power += power(spectrum.values(), frame * order);
                n++;
            }
        }
        return n == 0 ? NOTHING : Math.sqrt(power / n);
    }

    /** Over points that lie as densely as the ear resolves, for most of it is in the lowest few hundred hertz. */
    private double power(double[] cepstra, int at) {
        double power = 0;
        for (int p = 0; p < POINTS; p++) {
            double log = 0;
            for (int m = 0; m < order; m++) {
                log += cepstra[at + m] * cosines[p * order + m];
            }
            power += weights[p] * Math.exp(2 * log);
        }
        return power;
    }
}
