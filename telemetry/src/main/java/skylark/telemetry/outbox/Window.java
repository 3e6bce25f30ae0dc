package skylark.telemetry.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is on its way and not yet acknowledged, at most eight. Owned by one thread. */
final class Window {
    static final int SIZE = 8;

    private final Map<Long, Sent> inFlight = new LinkedHashMap<>();
    private long lastTicket;

    /** One of them: a record of the outbox, or a message of which only the newest matters. */
    record Sent(@Nullable Entry entry, Latest.@Nullable Message message, boolean backlog, long atNs) {}

    long begin(Sent sent) {
        inFlight.put(++lastTicket, sent);
        return lastTicket;
    }

    @Nullable Sent end(long ticket) {
        return inFlight.remove(ticket);
    }

    /** Forgets all; what they were. */
    List<Sent> clear() {
        List<Sent> all = new ArrayList<>(inFlight.values());
        inFlight.clear();
        return all;
    }

    boolean has(Entry entry) {
        return inFlight.values().stream()
                .anyMatch(sent -> sent.entry != null && sent.entry.id().equals(entry.id()));
    }

    int free() {
        return SIZE - inFlight.size();
    }

    int backlog() {
        return (int) inFlight.values().stream().filter(Sent::backlog).count();
    }

    boolean isEmpty() {
        return inFlight.isEmpty();
    }

    /** For how long the oldest has waited; 0 when there is none. */
    long oldestNs(long nowNs) {
        return inFlight.isEmpty() ? 0 : nowNs - inFlight.values().iterator().next().atNs;
    }
}
