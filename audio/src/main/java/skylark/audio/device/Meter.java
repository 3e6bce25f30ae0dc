package skylark.audio.device;

import skylark.audio.pcm.Level;

/** Adds up what comes until it is asked. Belongs to one thread. */
public final class Meter {
    private static final int FULL_SCALE = 32_760;

    private double squares;
    private int peak;
    private int clipped;
    private int count;

    /**
     * The level since the last reading.
     *
     * @param clipped samples at full scale
     */
    public record Reading(double rmsDbfs, double peakDbfs, int clipped, int samples) {}

    public void accept(short[] samples, int length) {
        for (int i = 0; i < length; i++) {
            int size = Math.abs((int) samples[i]);
            squares += (double) size * size;
            peak = Math.max(peak, size);
            clipped += size >= FULL_SCALE ? 1 : 0;
        }
        count += length;
    }

    public int samples() {
        return count;
    }

    public Reading read() {
        double rms = count == 0 ? 0 : Math.sqrt(squares / count) / -Short.MIN_VALUE;
        Reading reading = new Reading(Level.toDb(rms), Level.toDb((double) peak / -Short.MIN_VALUE), clipped, count);
        squares = 0;
        peak = 0;
        clipped = 0;
        count = 0;
        return reading;
    }
}
