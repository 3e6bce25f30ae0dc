package skylark.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** All histograms and counters of one process, by name; names are made at start-up, never per turn. Any thread. */
public final class Metrics {
    /** The kind of an incident that is no incident: a fault begins that was put there on purpose. */
    public static final String INJECTED = "injected";

    private static final int MOST_INCIDENTS = 100;

    private final Map<String, LatencyHistogram> latencies = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final Queue<Incident> incidents = new ConcurrentLinkedQueue<>();
    private final AtomicInteger incidentsKept = new AtomicInteger();

    /**
     * What was measured so far, by name.
     *
     * @param latencies in milliseconds
     * @param incidents in the order in which they came, the first hundred
     */
    public record Snapshot(
            Map<String, LatencyHistogram.Percentiles> latencies, Map<String, Long> counters, List<Incident> incidents) {
        public static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of(), List.of());
    }

    /**
     * A stage failed.
     *
     * @param kind crashed, stalled, slow, flooding, starved, lying or complained; or {@link #INJECTED}
     * @param detail in one line
     * @param restarted whether the stage was replaced
     */
    public record Incident(Instant at, String stage, String kind, String detail, boolean restarted) {}

    /** Keeps it for the report. */
    public void add(Incident incident) {
        if (incidentsKept.incrementAndGet() <= MOST_INCIDENTS) {
            incidents.add(incident);
        }
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
        return new Snapshot(shown, counts, List.copyOf(incidents));
    }
}
