package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.dialog.Remembered;
import skylark.watchdog.TurnDeadline;

/** What reaches the understanding stage. */
public sealed interface MindMessage {

    /**
     * Hearing reports.
     *
     * @param turn the number of the turn it belongs to
     * @param atNs when
     * @param deadline armed with the watchdog, for a speech commit; null otherwise
     */
    record Heard(HearingEvent event, long turn, long atNs, @Nullable TurnDeadline deadline) implements MindMessage {}

    /**
     * What the open recogniser heard, in a pause or of a discarded turn.
     *
     * @param frame the last one it had heard
     */
    record OpenlyHeard(Transcript transcript, long frame) implements MindMessage {}

    /** Hearing begins, or begins again: the turn that it was in, if any, has no end. */
    record HearingBegan() implements MindMessage {}

    /** Playback has finished with a draft. */
    record Said(Spoken spoken) implements MindMessage {}

    /** The fallback sounded, or would have, and no draft was ever opened for this commit. */
    record Unanswered(TurnDeadline deadline) implements MindMessage {}

    /** The conversation goes on from there. */
    record Recall(Remembered remembered) implements MindMessage {}

    /** The next turn belongs to another conversation: nothing said before counts. */
    record NewConversation() implements MindMessage {}
}
