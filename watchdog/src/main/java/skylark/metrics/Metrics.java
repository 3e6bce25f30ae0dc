package skylark.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** All histograms and counters of one process, by name; names are made at start-up, never per turn. Any thread. */
public final class Metrics {
    private final Map<String, LatencyHistogram> latencies = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

    public LatencyHistogram latency(String name) {
        return latencies.computeIfAbsent(name, key -> new LatencyHistogram());
    }

    public LongAdder counter(String name) {
        return counters.computeIfAbsent(name, key -> new LongAdder());
    }

    public Map<String, LatencyHistogram.Percentiles> latencies() {
        Map<String, LatencyHistogram.Percentiles> copy = new TreeMap<>();
        latencies.forEach((name, histogram) -> copy.put(name, histogram.percentiles()));
        return copy;
    }

    public Map<String, Long> counters() {
        Map<String, Long> copy = new TreeMap<>();
        counters.forEach((name, adder) -> copy.put(name, adder.sum()));
        return copy;
    }
}
