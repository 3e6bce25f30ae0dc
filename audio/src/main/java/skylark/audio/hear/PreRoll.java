package skylark.audio.hear;

import static skylark.audio.hear.SpeechDetector.FRAME_SAMPLES;

/**
 * The last frames before speech was noticed, so that a recogniser that sleeps in silence does not lose the first word.
 * Belongs to one thread; allocates nothing after its making.
 */
final class PreRoll {
    /**
     * 0.77 s: an onset takes two frames and a soft first consonant comes before it; the rest lets the recogniser get used
     * to the channel, without which it often mistakes the first word (0.5 to 1 s took word errors from 20 to 18 %).
     */
    static final int FRAMES = 24;

    private final short[][] ring = new short[FRAMES][FRAME_SAMPLES];
    private long newest = -1;
    private int held;

    /** Keeps a copy of a frame. A gap in the numbers forgets what was before it. */
    void add(short[] frame, long index) {
        held = index == newest + 1 ? Math.min(FRAMES, held + 1) : 1;
        newest = index;
        System.arraycopy(frame, 0, ring[(int) (index % FRAMES)], 0, FRAME_SAMPLES);
    }

    /** The number of the oldest frame held. */
    long oldest() {
        return newest - held + 1;
    }

    /** The number of the newest frame held; -1 when there was none. */
    long newest() {
        return newest;
    }

    /** The samples of a frame from {@link #oldest} to {@link #newest}; valid until it is overwritten. */
    short[] frame(long index) {
        return ring[(int) (index % FRAMES)];
    }
}
