package skylark.pipeline;

import skylark.audio.pcm.Level;

/**
 * The samples of one reply while they are made: the voice's thread appends, playback's thread reads behind it. Bounded:
 * what does not fit is cut off, and counted by {@link #cut}.
 */
public final class PcmBuffer {

    private final short[] samples;
    private volatile int length;
    private volatile boolean complete;
    private volatile int cut;

    /** @param capacity in samples */
    public PcmBuffer(int capacity) {
        samples = new short[capacity];
    }

    /** Appends and publishes. Voice's thread. */
    public void append(short[] from, int offset, int count) {
        int start = length;
        int fits = Math.min(count, samples.length - start);
        System.arraycopy(from, offset, samples, start, fits);
        length = start + fits;
        if (fits < count) {
            cut += count - fits;
        }
    }

    /** Nothing more will come. Voice's thread. */
    public void complete() {
        complete = true;
    }

    /** Samples that may be read. */
    public int length() {
        return length;
    }

    public boolean isComplete() {
        return complete;
    }

    public int cut() {
        return cut;
    }

    /** Whether there is a sound among these samples, which must be before {@link #length()}. */
    public boolean isAudible(int from, int to) {
        return Level.firstAudible(samples, from, to - from) >= 0;
    }

    /** The samples; those before {@link #length()} do not change any more. */
    public short[] samples() {
        return samples;
    }
}
