package skylark.audio.voice;

import java.util.Arrays;

/**
 * Takes samples at 48 kHz one by one and gives samples at 16 kHz in chunks: windowed-sinc low-pass at 7.2 kHz, then every
 * third. Allocates nothing once made.
 */
final class Decimator {
    private static final int TAPS = 63;
    private static final int FACTOR = 3;
    private static final double CUTOFF = 7_200.0 / 48_000;

    private final double[] taps = taps();
    private final double[] history = new double[TAPS];
    private int at;
    private int phase;

    /** Forgets what came before. */
    void reset() {
        Arrays.fill(history, 0);
        at = 0;
        phase = 0;
    }

    /** Takes one sample; true when {@link #output} has a new one. */
    boolean accept(double sample) {
        history[at] = sample;
        at = at == TAPS - 1 ? 0 : at + 1;
        phase++;
        if (phase < FACTOR) {
            return false;
        }
        phase = 0;
        return true;
    }

    /** The filtered sample of this moment. */
    double output() {
        double sum = 0;
        int from = at;
        for (int i = 0; i < TAPS; i++) {
            sum += taps[i] * history[from];
            from = from == TAPS - 1 ? 0 : from + 1;
        }
        return sum;
    }

    private static double[] taps() {
        double[] taps = new double[TAPS];
        double total = 0;
        for (int i = 0; i < TAPS; i++) {
            double x = i - (TAPS - 1) / 2.0;
            double sinc = x == 0 ? 2 * CUTOFF : Math.sin(2 * Math.PI * CUTOFF * x) / (Math.PI * x);
            double blackman =
                    0.42 - 0.5 * Math.cos(2 * Math.PI * i / (TAPS - 1)) + 0.08 * Math.cos(4 * Math.PI * i / (TAPS - 1));
            taps[i] = sinc * blackman;
            total += taps[i];
        }
        for (int i = 0; i < TAPS; i++) {
            taps[i] /= total;
        }
        return taps;
    }
}
