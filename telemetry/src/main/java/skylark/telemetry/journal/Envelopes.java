package skylark.telemetry.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/**
 * Puts notes into envelopes: JSON with who, when, which and what. Everything is in it but {@code hist}, which depends on
 * when it is sent: see {@link Sending}. Owned by one thread.
 */
public final class Envelopes {
    /** Before this the machine's clock has not been set. */
    private static final long PLAUSIBLE_MS =
            Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    private final Identity identity;
    private final Ulid ulid = new Ulid();
    private final long startNs;

    /** @param startNs the process's clock at its start; {@code mono_ms} counts from here */
    public Envelopes(Identity identity, long startNs) {
        this.identity = identity;
        this.startNs = startNs;
    }

    public Identity identity() {
        return identity;
    }

    public String newId(long wallMs) {
        return ulid.next(wallMs);
    }

    /** An event; with its number in the stream. */
    public String event(String id, long seq, When at, Note.Event event) {
        Map<String, Object> fields = head(id, "event", at, seq);
        fields.put("sev", event.severity());
        fields.put("prio", event.priority());
        fields.put("text", event.text());
        fields.put("code", event.code());
        fields.put("args", event.args());
        fields.put("spoken", event.spoken());
        if (event.turn() != null) {
            fields.put("cause", Map.of("turn", event.turn()));
        }
        vehicle(fields, event.state());
        fields.put("data", event.data());
        return Fitting.write(fields);
    }

    public String alert(String id, long seq, When at, Note.Alert alert) {
        Map<String, Object> fields = head(id, "alert", at, seq);
        fields.put("sev", alert.severity());
        fields.put("prio", 1);
        fields.put("code", alert.code());
        vehicle(fields, alert.state());
        fields.put("data", Map.of("alert", alert.alert(), "active", alert.active()));
        return Fitting.write(fields);
    }

    /** A turn: its words, what was made of them, and how long that took. */
    public String dialog(String id, long seq, When at, Note.Dialog dialog) {
        Map<String, Object> fields = head(id, "dialog", at, seq);
        fields.put("sev", 6);
        fields.put("prio", 3);
        fields.put("text", dialog.result().reply());
        fields.put("cause", Map.of("turn", dialog.turn()));
        vehicle(fields, dialog.state());
        fields.put("data", Fitting.tree(dialog.result()));
        return Fitting.write(fields);
    }

    /** What has no number: birth, state, status, pos, metrics. */
    public String other(String type, int priority, When at, Map<String, Object> data) {
        Map<String, Object> fields = head(newId(at.wallMs()), type, at, null);
        fields.put("prio", priority);
        fields.put("data", data);
        return Fitting.write(fields);
    }

    private Map<String, Object> head(String id, String type, When at, @Nullable Long seq) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("v", 1);
        fields.put("id", id);
        fields.put("type", type);
        fields.put("boot", identity.boot());
        fields.put("session", identity.session());
        if (seq != null) {
            fields.put("seq", seq);
        }
        fields.put("ts", Instant.ofEpochMilli(at.wallMs()).toString());
        fields.put("ts_src", at.wallMs() >= PLAUSIBLE_MS ? "rtc" : "boot");
        fields.put("mono_ms", (at.monoNs() - startNs) / 1_000_000);
        return fields;
    }

    private static void vehicle(Map<String, Object> fields, @Nullable VehicleState state) {
        if (state != null) {
            fields.put("veh", VehicleBrief.brief(state));
        }
    }
}
