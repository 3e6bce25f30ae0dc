package skylark.audio.device;

/** Up to 10 ms of sound on its way between a line's thread and another. Recycled: read it before the ring comes round. */
public final class SoundBlock {
    static final int SAMPLES = 160;

    public final short[] samples = new short[SAMPLES];
    public int count;
    /** Of a microphone: when the last sample was taken. */
    public long endNs;
    /** Of a loudspeaker: counts the flushes before it. */
    int flushes;
    /** Something new begins with it. */
    boolean first;

    long handedNs;
}
