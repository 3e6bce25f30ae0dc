package skylark.pipeline;

import java.util.Arrays;
import skylark.audio.pcm.Level;

/**
 * When the operator's last word ended, as far as the level tells: nobody labels what is said live. Written by the capture
 * stage, read by any thread.
 */
public final class LastWord {
    private static final int PIECE = 64;
    private static final long SAMPLE_NS = 1_000_000_000L / 16_000;
    /** Half a minute: a turn is asked about when its reply has been said. */
    private static final int PIECES = 8192;

    /** A turn's last three seconds. */
    private static final int WINDOW = 750;

    private static final double BELOW_PEAK_DB = -30;
    private static final double ABOVE_FLOOR_DB = 10;

    private final double[] rms = new double[PIECES];
    private final long[] endNs = new long[PIECES];
    private volatile long count;

    /** Takes a frame, whose last sample was taken at {@code frameEndNs}. */
    void accept(short[] samples, long frameEndNs) {
        long written = count;
        for (int at = 0; at + PIECE <= samples.length; at += PIECE) {
            int slot = (int) (written++ % PIECES);
            rms[slot] = Level.rms(samples, at, PIECE);
            endNs[slot] = frameEndNs - (samples.length - at - PIECE) * SAMPLE_NS;
        }
        count = written;
    }

    /**
     * The end of the last 8 ms before {@code commitNs} that are no quieter than 30 dB below the loudest of the last three
     * seconds, and 10 dB louder than the quiet between.
     *
     * @return {@code commitNs} itself when nothing was heard
     */
    public long endBeforeNs(long commitNs) {
        long last = count - 1;
        while (last > 0 && endNs[slot(last)] > commitNs) {
            last--;
        }
        int window = (int) Math.min(WINDOW, last + 1);
        if (window < 2) {
            return commitNs;
        }
        double least = least(last, window);
        for (long i = last; i > last - window + 1; i--) {
            if (rms[slot(i)] >= least && rms[slot(i - 1)] >= least) {
                return endNs[slot(i)];
            }
        }
        return commitNs;
    }

    private double least(long last, int window) {
        double[] sorted = new double[window];
        for (int i = 0; i < window; i++) {
            sorted[i] = rms[slot(last - i)];
        }
        Arrays.sort(sorted);
        double belowPeak = sorted[window - 1] * Level.fromDb(BELOW_PEAK_DB);
        double aboveFloor = sorted[window / 10] * Level.fromDb(ABOVE_FLOOR_DB);
        return Math.max(Double.MIN_VALUE, Math.max(belowPeak, Math.min(aboveFloor, sorted[window - 1])));
    }

    private static int slot(long index) {
        return (int) (index % PIECES);
    }
}
