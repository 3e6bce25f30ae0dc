package skylark.telemetry.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of which only the newest matters, one per topic, the most urgent first. Owned by one thread. */
final class Latest {
    private final List<Message> waiting = new ArrayList<>();

    /**
     * One message.
     *
     * @param topic the end of its topic, such as {@code status}
     * @param body the envelope; empty to clear what is retained
     */
    record Message(String topic, int priority, int qos, boolean retain, long expiresS, long createdMs, String body) {}

    void put(Message newer) {
        waiting.removeIf(older -> older.topic.equals(newer.topic));
        waiting.add(newer);
        waiting.sort(Comparator.comparingInt(Message::priority));
    }

    /** Puts it back, unless there is a newer one. */
    void putBack(Message failed) {
        if (waiting.stream().noneMatch(newer -> newer.topic.equals(failed.topic))) {
            put(failed);
        }
    }

    @Nullable Message poll() {
        return waiting.isEmpty() ? null : waiting.remove(0);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
