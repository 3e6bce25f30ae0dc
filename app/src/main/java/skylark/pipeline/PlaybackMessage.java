package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.watchdog.TurnDeadline;

/** What others ask of playback. */
public sealed interface PlaybackMessage {

    /**
     * Opens the gate: this draft may sound.
     *
     * @param deadline of the turn it answers; null for an announcement
     */
    record Open(Draft draft, @Nullable TurnDeadline deadline) implements PlaybackMessage {}

    /** The reply is late: something must sound now. */
    record Fallback(TurnDeadline deadline) implements PlaybackMessage {}

    /**
     * Silence at once.
     *
     * @param mostUrgent what is at least as urgent as this goes on: {@code Draft.REPLY_PRIORITY} spares nothing but
     *     emergencies
     */
    record Hush(int mostUrgent) implements PlaybackMessage {}
}
