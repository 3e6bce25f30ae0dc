package skylark.audio.hear;

/** Tells speech from everything else, frame by frame. An instance belongs to one thread. */
public interface SpeechDetector extends AutoCloseable {

    /** Samples in one frame: 32 ms at 16 kHz. */
    int FRAME_SAMPLES = 512;

    /** Probability, 0 to 1, that the frame of {@link #FRAME_SAMPLES} samples at {@code offset} is speech. */
    float speechProbability(short[] samples, int offset);

    void reset();

    @Override
    void close();
}
