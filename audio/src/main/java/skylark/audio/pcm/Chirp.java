package skylark.audio.pcm;

import org.jspecify.annotations.Nullable;

/** A short rising tone that is found again in what a microphone heard, by its likeness to itself. 16 kHz. */
public final class Chirp {
    private static final int SAMPLES = 1_600;
    private static final double FROM_HZ = 500;
    private static final double TO_HZ = 4_000;
    private static final double PEAK = 0.5 * Short.MAX_VALUE;
    private static final double LEAST_LIKENESS = 0.3;
    private static final short[] SOUND = make();

    private Chirp() {}

    /**
     * Where it was found.
     *
     * @param at its first sample
     * @param likeness 0 to 1, the correlation
     * @param dbfs how loud it came
     */
    public record Found(int at, double likeness, double dbfs) {}

    public static short[] sound() {
        return SOUND.clone();
    }

    /** The likeliest place in the first {@code count} samples; {@code null} when nothing is like it. */
    public static @Nullable Found find(short[] heard, int count) {
        double own = energy(SOUND, 0);
        double best = 0;
        int where = -1;
        for (int at = 0; at + SAMPLES <= count; at++) {
            double dot = 0;
            for (int i = 0; i < SAMPLES; i++) {
                dot += (double) SOUND[i] * heard[at + i];
            }
            double likeness = Math.abs(dot) / Math.sqrt(own * (1 + energy(heard, at)));
            if (likeness > best) {
                best = likeness;
                where = at;
            }
        }
        return best < LEAST_LIKENESS ? null : new Found(where, best, Level.dbfs(heard, where, SAMPLES));
    }

    private static double energy(short[] samples, int from) {
        double sum = 0;
        for (int i = from; i < from + SAMPLES; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }

    private static short[] make() {
        short[] sound = new short[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double s = (double) i / Resampler.RATE_HZ;
            double sweepS = (double) SAMPLES / Resampler.RATE_HZ;
            double phase = 2 * Math.PI * (FROM_HZ * s + (TO_HZ - FROM_HZ) * s * s / (2 * sweepS));
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (SAMPLES - 1));
            sound[i] = (short) (PEAK * hann * Math.sin(phase));
        }
        return sound;
    }
}
