package skylark.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import skylark.dialog.Remembered;
import skylark.nlg.reply.ReplyRequest;

/**
 * What of a talk must outlive the process.
 *
 * @param turns how many have begun
 * @param announcements how many have been made
 * @param remembered by the conversation
 * @param undelivered announcements that were asked for and have not ended
 */
public record Talk(long turns, long announcements, Remembered remembered, List<Undelivered> undelivered) {

    /** An announcement that is still to be said. */
    public record Undelivered(ReplyRequest request, int priority) {}

    public Talk {
        undelivered = List.copyOf(undelivered);
    }

    /** The same, so much later. */
    public Talk older(long ns) {
        return new Talk(turns, announcements, remembered.older(ns), undelivered);
    }

    /** Whether it says the same, however old the conversation has grown. */
    @JsonIgnore
    public boolean isSame(Talk other) {
        return turns == other.turns
                && announcements == other.announcements
                && remembered.isSame(other.remembered)
                && undelivered.equals(other.undelivered);
    }
}
