package skylark.telemetry.ground;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one stream that have arrived, in whatever order: which are missing, and up to where none is. A hole that
 * stays open is given up. Owned by one thread.
 */
final class Numbers {
    static final long PATIENCE_NS = 30_000_000_000L;

    /** Runs without a hole: first to last. */
    private final NavigableMap<Long, Long> runs = new TreeMap<>();

    private long holeSinceNs;

    /** A hole that was given up: first and last missing number. */
    record Hole(long first, long last) {}

    void add(long seq, long nowNs) {
        Map.Entry<Long, Long> before = runs.floorEntry(seq);
        if (before != null && before.getValue() >= seq) {
            return;
        }
        boolean wasWhole = runs.size() <= 1;
        long first = before != null && before.getValue() == seq - 1 ? before.getKey() : seq;
        Long joined = runs.remove(seq + 1);
        runs.put(first, joined == null ? seq : joined);
        if (wasWhole && runs.size() > 1) {
            holeSinceNs = nowNs;
        }
    }

    /** The highest number up to which everything has arrived, counted from the first that did. */
    long contiguous() {
        return runs.firstEntry().getValue();
    }

    /** The first hole, once it has been open for {@link #PATIENCE_NS}; it counts as closed from then on. */
    @Nullable Hole giveUp(long nowNs) {
        if (runs.size() < 2 || nowNs - holeSinceNs < PATIENCE_NS) {
            return null;
        }
        Map.Entry<Long, Long> first = runs.pollFirstEntry();
        Map.Entry<Long, Long> second = runs.pollFirstEntry();
        runs.put(first.getKey(), second.getValue());
        holeSinceNs = nowNs;
        return new Hole(first.getValue() + 1, second.getKey() - 1);
    }
}
