package skylark.audio.pcm;

/** Brings a stream to another rate as it comes, with {@link Resampler}'s kernel. Belongs to one thread. */
public final class RateConverter {
    private final double step;
    private final double scale;
    private final double reach;
    private final short[] window;
    private int length;
    /** Of the next sample to be made, in samples since the window's first. */
    private double position;

    /** @param mostSamples that are handed over at once */
    public RateConverter(int fromHz, int toHz, int mostSamples) {
        step = (double) fromHz / toHz;
        scale = Math.min(1.0, (double) toHz / fromHz);
        reach = Resampler.reach(scale);
        window = new short[(int) Math.ceil(2 * reach + step) + 2 + mostSamples];
    }

    /** How many samples may be made of so many. */
    public int most(int count) {
        return (int) Math.ceil((count + reach + 1) / step) + 1;
    }

    /**
     * Takes samples, and makes those whose surroundings are known by now.
     *
     * @param out with room for {@link #most}
     * @return how many were made
     */
    public int convert(short[] samples, int offset, int count, short[] out) {
        System.arraycopy(samples, offset, window, length, count);
        length += count;
        int made = 0;
        while (position + reach <= length - 1) {
            out[made++] = Resampler.at(window, length, position, scale);
            position += step;
        }
        int past = Math.max(0, Math.min(length, (int) Math.floor(position - reach)));
        System.arraycopy(window, past, window, 0, length - past);
        length -= past;
        position -= past;
        return made;
    }
}
