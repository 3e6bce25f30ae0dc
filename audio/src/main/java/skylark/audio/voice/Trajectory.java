package skylark.audio.voice;

import java.util.Arrays;

/**
 * The most likely smooth parameters for a sequence of states: maximum likelihood under static and difference windows
 * (Tokuda et al., 2000), then scaled to the variance that natural utterances have (the starting point of Toda and Tokuda,
 * 2007, eq. 34; their gradient steps are left out, for they took most of the time and are hardly heard). Buffers grow and
 * are used again; belongs to one thread.
 */
final class Trajectory {
    /** Scaling beyond this makes short utterances shrill: they have less variance because they are short. */
    private static final double MOST_SCALING = 1.8;

    private static final double[][] WINDOWS = {{0, 1, 0}, {-0.5, 0, 0.5}, {1, -2, 1}};
    private static final double LEAST_VARIANCE = 1e-19;

    private final int order;
    private int frames;
    private double[] values = new double[0];
    private double[][] means = new double[0][];
    private double[][] precisions = new double[0][];
    private boolean[] edge = new boolean[0];
    private boolean[] counts = new boolean[0];
    private double[] diagonal = new double[0];
    private double[] next = new double[0];
    private double[] afterNext = new double[0];

    /**
     * @param order static parameters a frame
     */
    Trajectory(int order) {
        this.order = order;
    }

    int order() {
        return order;
    }

    int frames() {
        return frames;
    }

    /** The frame was added as speech. */
    boolean isSpeech(int frame) {
        return counts[frame];
    }

    /** Frame after frame, {@code order} values each; valid until the next call of {@link #begin}. */
    double[] values() {
        return values;
    }

    /** Starts over with room for this many frames. */
    void begin(int mostFrames) {
        frames = 0;
        if (means.length < mostFrames) {
            means = new double[mostFrames][];
            precisions = new double[mostFrames][3 * order];
            edge = new boolean[mostFrames];
            counts = new boolean[mostFrames];
            diagonal = new double[mostFrames];
            next = new double[mostFrames];
            afterNext = new double[mostFrames];
            values = new double[mostFrames * order];
        }
    }

    /**
     * @param isEdge no difference window may reach over this frame
     * @param isSpeech counts for the variance
     */
    void add(double[] mean, double[] variance, boolean isEdge, boolean isSpeech) {
        means[frames] = mean;
        double[] precision = precisions[frames];
        for (int i = 0; i < precision.length; i++) {
            precision[i] = variance[i] < LEAST_VARIANCE ? 1 / LEAST_VARIANCE : 1 / variance[i];
        }
        edge[frames] = isEdge;
        counts[frames] = isSpeech;
        frames++;
    }

    /**
     * @param naturalVariance of each parameter over an utterance
     */
    void solve(double[] naturalVariance) {
        if (frames == 0) {
            return;
        }
        edge[0] = true;
        edge[frames - 1] = true;
        for (int m = 0; m < order; m++) {
            normalEquations(m);
            solveBand(m);
            scale(m, naturalVariance[m]);
        }
    }

    /** The band matrix of the windows under the precisions, and its right-hand side into {@link #values}. */
    private void normalEquations(int m) {
        Arrays.fill(diagonal, 0, frames, 0);
        Arrays.fill(next, 0, frames, 0);
        Arrays.fill(afterNext, 0, frames, 0);
        for (int t = 0; t < frames; t++) {
            values[t * order + m] = 0;
        }
        for (int t = 0; t < frames; t++) {
            double p = precisions[t][m];
            diagonal[t] += p;
            values[t * order + m] += p * means[t][m];
            if (!edge[t]) {
                difference(t, m, precisions[t][order + m], means[t][order + m], WINDOWS[1]);
                difference(t, m, precisions[t][2 * order + m], means[t][2 * order + m], WINDOWS[2]);
            }
        }
    }

    private void difference(int t, int m, double precision, double mean, double[] window) {
        double before = window[0];
        double here = window[1];
        double after = window[2];
        diagonal[t - 1] += precision * before * before;
        diagonal[t] += precision * here * here;
        diagonal[t + 1] += precision * after * after;
        next[t - 1] += precision * before * here;
        next[t] += precision * here * after;
        afterNext[t - 1] += precision * before * after;
        values[(t - 1) * order + m] += precision * before * mean;
        values[t * order + m] += precision * here * mean;
        values[(t + 1) * order + m] += precision * after * mean;
    }

    /** LDL' of the band matrix in place, then forward and backward substitution in {@link #values}. */
    private void solveBand(int m) {
        for (int t = 0; t < frames; t++) {
            double d = diagonal[t];
            double n = next[t];
            double y = values[t * order + m];
            if (t > 0) {
                d -= next[t - 1] * next[t - 1] * diagonal[t - 1];
                n -= next[t - 1] * afterNext[t - 1] * diagonal[t - 1];
                y -= next[t - 1] * values[(t - 1) * order + m];
            }
            if (t > 1) {
                d -= afterNext[t - 2] * afterNext[t - 2] * diagonal[t - 2];
                y -= afterNext[t - 2] * values[(t - 2) * order + m];
            }
            diagonal[t] = d;
            next[t] = n / d;
            afterNext[t] /= d;
            values[t * order + m] = y;
        }
        for (int t = frames - 1; t >= 0; t--) {
            double x = values[t * order + m] / diagonal[t];
            if (t + 1 < frames) {
                x -= next[t] * values[(t + 1) * order + m];
            }
            if (t + 2 < frames) {
                x -= afterNext[t] * values[(t + 2) * order + m];
            }
            values[t * order + m] = x;
        }
    }

    private void scale(int m, double naturalVariance) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int t = 0; t < frames; t++) {
            if (counts[t]) {
                double value = values[t * order + m];
                sum += value;
                squares += value * value;
                n++;
            }
        }
        double mean = n == 0 ? 0 : sum / n;
        double variance = n == 0 ? 0 : squares / n - mean * mean;
        if (variance <= 0 || naturalVariance <= variance) {
            return;
        }
        double ratio = Math.min(MOST_SCALING, Math.sqrt(naturalVariance / variance));
        for (int t = 0; t < frames; t++) {
            if (counts[t]) {
                values[t * order + m] = mean + ratio * (values[t * order + m] - mean);
            }
        }
    }
}
