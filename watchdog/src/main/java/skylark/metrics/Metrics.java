package skylark.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** All histograms and counters of one process, by name; names are made at start-up, never per turn. Any thread. */
public final class Metrics {
    private final Map<String, LatencyHistogram> latencies = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

    /**
     * What was measured so far, by name.
     *
     * @param latencies in milliseconds
     */
    public record Snapshot(Map<String, LatencyHistogram.Percentiles> latencies, Map<String, Long> counters) {
        public static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of());
    }

    public LatencyHistogram latency(String name) {
        return latencies.computeIfAbsent(name, key -> new LatencyHistogram());
    }

    /** Shows a histogram that somebody else keeps among the others. */
    public void show(String name, LatencyHistogram histogram) {
        latencies.put(name, histogram);
    }

    public LongAdder counter(String name) {
        return counters.computeIfAbsent(name, key -> new LongAdder());
    }

    /** A copy, without what never happened. */
    public Snapshot snapshot() {
        Map<String, LatencyHistogram.Percentiles> shown = new TreeMap<>();
        latencies.forEach((name, histogram) -> {
            LatencyHistogram.Percentiles percentiles = histogram.percentiles();
            if (percentiles.n() > 0) {
                shown.put(name, percentiles);
            }
        });
        Map<String, Long> counts = new TreeMap<>();
        counters.forEach((name, adder) -> counts.put(name, adder.sum()));
        return new Snapshot(shown, counts);
    }
}
