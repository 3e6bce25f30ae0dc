package skylark.audio.voice;

import java.util.Arrays;

/**
 * The last step: level, a soft limit instead of clipping, and a start at the first sound. Belongs to one thread.
 */
final class Polish {
    /** -40 dBFS: quieter than this is not a sound. */
    static final int AUDIBLE = 328;

    /** Samples kept before the first audible one, faded in: 9 ms. */
    static final int LEAD = 144;

    private static final double KNEE = 0.7 * Short.MAX_VALUE;
    private static final double ROOM = 0.28 * Short.MAX_VALUE;

    private final double[] before = new double[LEAD];
    private double gain;
    private boolean started;

    void begin() {
        Arrays.fill(before, 0);
        started = false;
    }

    /** From the vocoder's scale to that of 16 bit samples. */
    void gain(double factor) {
        gain = factor;
    }

    /**
     * @param samples taken as scratch
     * @param room for {@code length + LEAD} samples from {@code at} on
     * @return how many were written; none until the first sound
     */
    int polish(double[] samples, int length, short[] room, int at) {
        int first = 0;
        int written = at;
        if (!started) {
            first = firstAudible(samples, length);
            if (first == length) {
                remember(samples, length);
                return 0;
            }
            started = true;
            written = lead(samples, first, room, at);
        }
        for (int i = first; i < length; i++) {
            room[written++] = limited(samples[i] * gain);
        }
        return written - at;
    }

    private int firstAudible(double[] samples, int length) {
        for (int i = 0; i < length; i++) {
            if (Math.abs(samples[i] * gain) >= AUDIBLE) {
                return i;
            }
        }
        return length;
    }

    private int lead(double[] samples, int first, short[] room, int at) {
        for (int k = 0; k < LEAD; k++) {
            int i = first - LEAD + k;
            double sample = i >= 0 ? samples[i] : before[LEAD + i];
            room[at + k] = limited(sample * gain * (k + 1) / LEAD);
        }
        return at + LEAD;
    }

    private void remember(double[] samples, int length) {
        int kept = Math.min(LEAD, length);
        System.arraycopy(before, kept, before, 0, LEAD - kept);
        System.arraycopy(samples, length - kept, before, LEAD - kept, kept);
    }

    private static short limited(double sample) {
        double size = Math.abs(sample);
        if (size > KNEE) {
            size = KNEE + ROOM * Math.tanh((size - KNEE) / ROOM);
        }
        return (short) Math.round(sample < 0 ? -size : size);
    }
}
