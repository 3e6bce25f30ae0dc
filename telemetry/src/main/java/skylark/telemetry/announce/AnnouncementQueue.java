package skylark.telemetry.announce;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What waits to be said: one per subject, the most urgent first, then the oldest. Owned by the announcer's thread. */
final class AnnouncementQueue {
    private final List<Waiting> waiting = new ArrayList<>();

    /** Adds one; what it replaces, or null. */
    @Nullable Waiting add(Waiting newer) {
        Waiting replaced =
                removeFirst(older -> older.code().subject() == newer.code().subject());
        int at = 0;
        while (at < waiting.size() && waiting.get(at).precedes(newer)) {
            at++;
        }
        waiting.add(at, newer);
        return replaced;
    }

    boolean has(Subject subject) {
        return waiting.stream().anyMatch(one -> one.code().subject() == subject);
    }

    /** Removes and returns the first that {@code condition} holds for, or null. */
    @Nullable Waiting removeFirst(Predicate<Waiting> condition) {
        Iterator<Waiting> all = waiting.iterator();
        while (all.hasNext()) {
            Waiting next = all.next();
            if (condition.test(next)) {
                all.remove();
                return next;
            }
        }
        return null;
    }

    int size() {
        return waiting.size();
    }
}
