package skylark.telemetry.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which record goes next: live ones first, by priority, then what had gathered before the connection came up, slowly
 * enough that live ones are never late. Owned by one thread.
 */
final class Backlog {
    private static final int MOST_IN_FLIGHT = 4;
    private static final long PER_SECOND = 100;
    private static final long EACH_NS = 1_000_000_000L / PER_SECOND;
    private static final int[] PRIORITIES = {1, 2, 3};

    private long liveAfterRow;
    private long nextNs;
    private boolean exhausted;

    /** A record and whether it belongs to the past. */
    record Choice(Entry entry, boolean backlog) {}

    /** A connection is there: all that is in the outbox now is the past. */
    void connected(long lastRow, long nowNs) {
        liveAfterRow = lastRow;
        nextNs = nowNs;
        exhausted = false;
    }

    /** Something was added, or came back. */
    void changed() {
        exhausted = false;
    }

    /** Another outbox has its own rows. */
    void replaced() {
        liveAfterRow = 0;
        exhausted = false;
    }

    boolean isExhausted() {
        return exhausted;
    }

    @Nullable Choice next(Store store, Window window, long nowNs) {
        if (exhausted) {
            return null;
        }
        Entry live = first(store, window, liveAfterRow, Long.MAX_VALUE);
        if (live != null) {
            return new Choice(live, false);
        }
        if (window.backlog() >= MOST_IN_FLIGHT || nowNs < nextNs) {
            return null;
        }
        Entry old = first(store, window, 0, liveAfterRow);
        if (old == null) {
            exhausted = true;
            return null;
        }
        nextNs = Math.max(nextNs, nowNs - EACH_NS * MOST_IN_FLIGHT) + EACH_NS;
        return new Choice(old, true);
    }

    private static @Nullable Entry first(Store store, Window window, long afterRow, long upToRow) {
        for (int priority : PRIORITIES) {
            List<Entry> entries = store.unsent(priority, afterRow, upToRow, Window.SIZE + 1);
            for (Entry entry : entries) {
                if (!window.has(entry)) {
                    return entry;
                }
            }
        }
        return null;
    }
}
