package skylark.audio.voice;

import java.util.Arrays;

/**
 * The states of an utterance's models one after the other, and how long each lasts. Means and variances are the models'
 * own arrays, static parameters first, then their first and second differences. Grows and is used again; belongs to one
 * thread.
 */
final class StateSequence {
    private static final int INITIAL = 256;

    private int states;
    private int frames;
    int[] durations = new int[INITIAL];
    boolean[] voiced = new boolean[INITIAL];
    boolean[] pause = new boolean[INITIAL];
    final Densities spectrum = new Densities();
    final Densities strengths = new Densities();
    final Densities pitch = new Densities();

    int states() {
        return states;
    }

    /** The length of the utterance in frames of 5 ms. */
    int frames() {
        return frames;
    }

    void clear() {
        states = 0;
        frames = 0;
    }

    /**
     * Shortens all states alike until they last so many frames, but by no more than {@code fastest}; each keeps one.
     */
    void hurry(double mostFrames, double fastest) {
        double tempo = Math.min(fastest, frames / mostFrames);
        if (tempo <= 1) {
            return;
        }
        int before = 0;
        frames = 0;
        for (int s = 0; s < states; s++) {
            before += durations[s];
            // What rounding takes from one state is given to the next.
            durations[s] = Math.max(1, (int) Math.round(before / tempo) - frames);
            frames += durations[s];
        }
    }

    /** Opens a state; the caller sets its densities at the index returned. */
    int add(int duration, boolean isVoiced, boolean isPause) {
        if (states == durations.length) {
            grow(2 * states);
        }
        durations[states] = duration;
        voiced[states] = isVoiced;
        pause[states] = isPause;
        frames += duration;
        return states++;
    }

    private void grow(int size) {
        durations = Arrays.copyOf(durations, size);
        voiced = Arrays.copyOf(voiced, size);
        pause = Arrays.copyOf(pause, size);
        spectrum.grow(size);
        strengths.grow(size);
        pitch.grow(size);
    }

    /** One stream's Gaussians, by state. */
    static final class Densities {
        double[][] means = new double[INITIAL][];
        double[][] variances = new double[INITIAL][];

        void set(int state, double[] mean, double[] variance) {
            means[state] = mean;
            variances[state] = variance;
        }

        private void grow(int size) {
            means = Arrays.copyOf(means, size);
            variances = Arrays.copyOf(variances, size);
        }
    }
}
