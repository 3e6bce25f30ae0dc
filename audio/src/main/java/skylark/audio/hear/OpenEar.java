package skylark.audio.hear;

import skylark.audio.hear.Recogniser.Transcript;

/**
 * The ear for what is not on the phrase list: the open recogniser, which is given every frame and told by
 * {@link Hearing}'s events when to listen. It has no queue and no thread: whoever owns it brings frames and calls in the
 * order in which they happened.
 */
public final class OpenEar implements AutoCloseable {
    /** About 20 ms of work a step, and up to 90 ms now and then. */
    private static final int BURST = 4;

    private final TurnEar ear;
    private final PreRoll preRoll = new PreRoll();
    private boolean listening;

    /**
     * Takes ownership of the recogniser.
     *
     * @param rules those of the {@link Endpoint} whose events it will be told, for the longest turn
     */
    public OpenEar(Recogniser recogniser, EndpointRules rules) {
        this.ear = new TurnEar(recogniser, BURST, rules.capFrames() + PreRoll.FRAMES + 1);
    }

    /**
     * The next frame, in a turn or not.
     *
     * @param frame {@link SpeechDetector#FRAME_SAMPLES} samples; free again on return
     */
    public void accept(short[] frame, long index) {
        preRoll.add(frame, index);
        if (listening) {
            ear.accept(frame, true);
        }
    }

    /** A turn began: listens from the pre-roll on. The newest frame so far is the one of that event. */
    public void start() {
        listening = true;
        ear.accept(preRoll);
    }

    /** One step of what is left to hear of the turn; whether that was the last, so that a {@link #peek} is short. */
    public boolean catchUp() {
        return !listening || ear.catchUp();
    }

    /** The words so far, for what a speech commit wants to know; the turn goes on. Takes 15 to 60 ms. */
    public Transcript peek() {
        return listening ? ear.peek() : Transcript.EMPTY;
    }

    /** The turn is over: forgets it, and only keeps a pre-roll from here on. */
    public void end() {
        listening = false;
        ear.reset();
        NativeHeap.trim();
    }

    @Override
    public void close() {
        ear.close();
    }
}
