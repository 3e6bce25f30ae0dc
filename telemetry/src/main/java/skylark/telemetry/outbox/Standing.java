package skylark.telemetry.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import skylark.telemetry.announce.Code;
import skylark.telemetry.journal.Envelopes;
import skylark.telemetry.journal.Note;
import skylark.telemetry.journal.When;

/**
 * What every newcomer on the broker has to find there: birth, state, active alerts. Said again on each connection, the
 * alerts that are over included, so that nothing outdated stays retained. Owned by one thread.
 */
final class Standing {
    private static final String ALERT = "alert/";

    private final Envelopes envelopes;
    private final Map<String, Object> capabilities;
    /** By the alert's topic: its envelope, empty until that was first sent. */
    private final Map<String, String> active = new LinkedHashMap<>();

    private Note.Condition condition = new Note.Condition("init", "");

    /** @param capabilities what the birth message says: version, intents */
    Standing(Envelopes envelopes, Map<String, Object> capabilities) {
        this.envelopes = envelopes;
        this.capabilities = capabilities;
    }

    void condition(Note.Condition changed, When at, Latest latest) {
        condition = changed;
        latest.put(state(at));
    }

    /** An alert begins; its record in the outbox is what is going to be retained. */
    void begin(String alert) {
        active.put(ALERT + alert, "");
    }

    /** An alert is over: an empty message takes the retained one away. */
    void end(String alert, When at, Latest latest) {
        active.remove(ALERT + alert);
        latest.put(alert(ALERT + alert, "", at));
    }

    /** Whether a record is to be retained: that of an alert which is still active. */
    boolean retains(Entry entry) {
        return active.computeIfPresent(entry.draft().topic(), (topic, before) -> entry.body()) != null;
    }

    void sayAll(When at, Latest latest) {
        latest.put(standing("birth", envelopes.other("birth", 0, at, capabilities), at));
        latest.put(state(at));
        for (String name : Code.ALERTS) {
            latest.put(alert(ALERT + name, active.getOrDefault(ALERT + name, ""), at));
        }
    }

    private Latest.Message state(When at) {
        Map<String, Object> data = Map.of("state", condition.state(), "reason", condition.reason());
        return standing("state", envelopes.other("state", 0, at, data), at);
    }

    private static Latest.Message standing(String topic, String body, When at) {
        return new Latest.Message(topic, 0, 1, true, 0, at.wallMs(), body);
    }

    private static Latest.Message alert(String topic, String body, When at) {
        return new Latest.Message(topic, 1, 1, true, 0, at.wallMs(), body);
    }
}
