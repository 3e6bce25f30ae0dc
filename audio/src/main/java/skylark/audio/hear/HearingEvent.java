package skylark.audio.hear;

import skylark.audio.hear.Recogniser.Transcript;

/**
 * What hearing reports of a turn. {@code frame} is the number of the last frame that was heard when it happened, so its
 * time is the end of that frame.
 */
public sealed interface HearingEvent {
    long frame();

    /** Seconds of audio heard when it happened, counted from frame 0. */
    default double audioS() {
        return (frame() + 1) * (SpeechDetector.FRAME_SAMPLES / 16_000.0);
    }

    /**
     * A turn begins.
     *
     * @param firstFrame the first one given to the recogniser, somewhat before the speech
     */
    record SpeechStarted(long frame, long firstFrame) implements HearingEvent {}

    /** The words so far are others than before. */
    record PartialChanged(String words, long frame) implements HearingEvent {}

    /**
     * A look at the words in a pause: in its first frame, and again as the endpoint needs it. The frame is the last one
     * that the transcript is of, so that another recogniser can be asked about the same sound.
     */
    record SpeechPaused(Transcript transcript, long frame) implements HearingEvent {}

    /**
     * The operator seems to have finished: the reply may start. {@link SpeechResumed} takes it back.
     *
     * @param snrDb by how much the turn's speech stood out from the noise; infinite when there was none
     */
    record SpeechCommit(Transcript transcript, double snrDb, long frame) implements HearingEvent {
        public String words() {
            return transcript.text();
        }
    }

    /** The operator goes on and on: what was said so far is all that counts, and its speech commit follows. */
    record TurnCut(long frame) implements HearingEvent {}

    /** There is more speech, or the recogniser changed its mind about the words: the speech commit does not hold. */
    record SpeechResumed(long frame) implements HearingEvent {}

    /** The operator has finished: the vehicle may act on the words of the last speech commit. The turn is over. */
    record ActionCommit(long frame) implements HearingEvent {}

    /**
     * It was noise: no words. The turn is over.
     *
     * @param snrDb by how much it stood out from what was heard before
     */
    record TurnDiscarded(double snrDb, long frame) implements HearingEvent {}
}
