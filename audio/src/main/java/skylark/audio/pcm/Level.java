package skylark.audio.pcm;

/** How loud samples are. Full scale, a square wave between the extremes, is 0 dBFS. */
public final class Level {
    /** What silence is called, so that no level is infinite. */
    public static final double SILENCE_DBFS = -120;

    /** A sample, -40 dBFS: quieter than this is not a sound. */
    public static final int AUDIBLE = 328;

    private static final double FULL_SCALE = 32768;

    private Level() {}

    /** Root mean square of the samples, 0 to 1. */
    public static double rms(short[] samples, int offset, int length) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return length == 0 ? 0 : Math.sqrt(sum / length) / FULL_SCALE;
    }

    /** The first audible sample in a piece, counted from {@code offset}; -1 when there is none. */
    public static int firstAudible(short[] samples, int offset, int length) {
        for (int i = 0; i < length; i++) {
            if (Math.abs((int) samples[offset + i]) >= AUDIBLE) {
                return i;
            }
        }
        return -1;
    }

    public static double dbfs(short[] samples, int offset, int length) {
        return toDb(rms(samples, offset, length));
    }

    /** An amplitude ratio in decibels; never below {@link #SILENCE_DBFS}. */
    public static double toDb(double ratio) {
        return ratio <= 0 ? SILENCE_DBFS : Math.max(SILENCE_DBFS, 20 * Math.log10(ratio));
    }

    /** Decibels as an amplitude ratio. */
    public static double fromDb(double db) {
        return Math.pow(10, db / 20);
    }

    /**
     * RMS of the parts where somebody speaks: the 20 ms frames within 30 dB of the loudest one, so that the silence
     * around an utterance does not count (in the manner of ITU-T P.56, without its envelope).
     *
     * @return 0 to 1; 0 when there is nothing but silence
     */
    public static double activeRms(short[] samples) {
        int frame = Math.min(samples.length, Resampler.RATE_HZ / 50);
        if (frame == 0) {
            return 0;
        }
        double loudest = 0;
        for (int at = 0; at + frame <= samples.length; at += frame) {
            loudest = Math.max(loudest, rms(samples, at, frame));
        }
        return rmsAbove(samples, frame, loudest * fromDb(-30));
    }

    private static double rmsAbove(short[] samples, int frame, double threshold) {
        double sum = 0;
        int frames = 0;
        for (int at = 0; at + frame <= samples.length; at += frame) {
            double rms = rms(samples, at, frame);
            if (rms >= threshold && rms > 0) {
                sum += rms * rms;
                frames++;
            }
        }
        return frames == 0 ? 0 : Math.sqrt(sum / frames);
    }
}
