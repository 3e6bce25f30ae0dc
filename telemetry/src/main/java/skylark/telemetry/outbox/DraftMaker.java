package skylark.telemetry.outbox;

import java.util.Map;
import java.util.function.LongFunction;
import skylark.telemetry.journal.Envelopes;
import skylark.telemetry.journal.Note;
import skylark.telemetry.journal.Stream;
import skylark.telemetry.journal.When;

/** Says of each kind of note where it goes, how urgent it is, and how long somebody wants it. Owned by one thread. */
final class DraftMaker {
    static final int DIALOG_PRIORITY = 3;
    private static final long DAY_MS = 24 * 3600 * 1000L;

    private final Envelopes envelopes;

    DraftMaker(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    Draft event(Note.Event event, When at) {
        String id = envelopes.newId(at.wallMs());
        return draft(
                id,
                Stream.EVENT,
                "event/" + event.category(),
                event.priority(),
                at,
                seq -> envelopes.event(id, seq, at, event));
    }

    Draft alert(Note.Alert alert, When at) {
        String id = envelopes.newId(at.wallMs());
        return draft(id, Stream.ALERT, "alert/" + alert.alert(), 1, at, seq -> envelopes.alert(id, seq, at, alert));
    }

    Draft dialog(Note.Dialog dialog, When at) {
        String id = envelopes.newId(at.wallMs());
        return draft(id, Stream.DIALOG, "dialog", DIALOG_PRIORITY, at, seq -> envelopes.dialog(id, seq, at, dialog));
    }

    Draft alertOver(Note.Alert alert, When at) {
        Map<String, Object> data = Map.of("alert", alert.alert(), "active", false);
        return event(new Note.Event("system", 6, 2, "ALERT_OVER", "", Map.of(), false, null, alert.state(), data), at);
    }

    /** The counted trace of what was lost. */
    Draft gap(String reason, Map<Stream, Long> lost, When at) {
        StringBuilder counts = new StringBuilder();
        lost.forEach((stream, count) -> counts.append(counts.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(stream.wireName()));
        return gap(reason, counts.toString(), at);
    }

    Draft gap(String reason, String counts, When at) {
        Note.Event event = new Note.Event(
                "system",
                4,
                1,
                "GAP",
                "lost: " + counts,
                Map.of(),
                false,
                null,
                null,
                Map.of("reason", reason, "lost", counts));
        return event(event, at);
    }

    private static Draft draft(
            String id, Stream stream, String topic, int priority, When at, LongFunction<String> body) {
        return new Draft(id, stream, topic, priority, at.wallMs(), at.wallMs() + DAY_MS, body);
    }
}
