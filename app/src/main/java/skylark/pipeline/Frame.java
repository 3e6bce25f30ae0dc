package skylark.pipeline;

import skylark.audio.hear.SpeechDetector;

/**
 * 32 ms of sound: mono, 16 kHz. Frames are recycled by the capture stage, so a reader is done with one before as many
 * more have come as the ring holds.
 */
public final class Frame implements OpenEarMessage {
    public final short[] samples = new short[SpeechDetector.FRAME_SAMPLES];
    /** Counts from 0 since start-up. */
    public long index;
    /** When the last sample was taken. */
    public long endNs;
}
