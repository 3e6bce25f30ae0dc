package skylark.audio.pcm;

/**
 * Brings sound of any rate to 16 kHz: band-limited interpolation with a Kaiser-windowed sinc (J. O. Smith, "Digital
 * Audio Resampling", section "Theory of Operation"), the kernel being read from an oversampled table. What the target
 * rate cannot carry is filtered out: the kernel widens when the rate goes down.
 */
public final class Resampler {
    /** The rate of all sound inside the program. */
    public static final int RATE_HZ = 16_000;

    private static final int ZERO_CROSSINGS = 24;
    private static final int STEPS = 512;
    private static final double ROLL_OFF = 0.94;
    private static final double KAISER_BETA = 9.0;
    private static final double[] KERNEL = kernel();

    private Resampler() {}

    /**
     * @param samples mono
     * @param rateHz of {@code samples}
     * @return the same sound at {@link #RATE_HZ}; the array given when it has that rate
     */
    public static short[] to16k(short[] samples, int rateHz) {
        if (rateHz == RATE_HZ) {
            return samples;
        }
        short[] out = new short[(int) ((long) samples.length * RATE_HZ / rateHz)];
        double scale = Math.min(1.0, (double) RATE_HZ / rateHz);
        for (int i = 0; i < out.length; i++) {
            out[i] = at(samples, samples.length, (double) i * rateHz / RATE_HZ, scale);
        }
        return out;
    }

    /** How many samples before and after a position count. */
    static double reach(double scale) {
        return ZERO_CROSSINGS / (scale * ROLL_OFF);
    }

    /**
     * The band-limited signal at {@code position}, in samples; beyond both ends there is silence.
     *
     * @param scale 1, or the ratio of the rates when the rate goes down
     */
    static short at(short[] samples, int length, double position, double scale) {
        double cutOff = scale * ROLL_OFF;
        double reach = reach(scale);
        int from = Math.max(0, (int) Math.ceil(position - reach));
        int to = Math.min(length - 1, (int) Math.floor(position + reach));
        double sum = 0;
        for (int i = from; i <= to; i++) {
            double place = Math.abs(position - i) * cutOff * STEPS;
            int index = (int) place;
            double low = KERNEL[index];
            sum += samples[i] * (low + (place - index) * (KERNEL[index + 1] - low));
        }
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum * cutOff)));
    }

    private static double[] kernel() {
        int last = ZERO_CROSSINGS * STEPS;
        double[] table = new double[last + 2];
        for (int i = 0; i <= last; i++) {
            table[i] = weight((double) i / STEPS);
        }
        return table;
    }

    /** The kernel at a distance of {@code x} zero crossings. */
    static double weight(double x) {
        if (Math.abs(x) >= ZERO_CROSSINGS) {
            return 0;
        }
        double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        double ratio = x / ZERO_CROSSINGS;
        return sinc * bessel(KAISER_BETA * Math.sqrt(1 - ratio * ratio)) / bessel(KAISER_BETA);
    }

    /** Modified Bessel function of the first kind and order 0, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
