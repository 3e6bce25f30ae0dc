package skylark.metrics;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** A latency's distribution, 1 us to 60 s with two digits. Records from any thread. */
public final class LatencyHistogram {
    private static final long MAX_US = 60_000_000;

    private final Recorder recorder = new Recorder(MAX_US, 2);
    private final Histogram total = new Histogram(MAX_US, 2);

    public void recordNs(long latencyNs) {
        recorder.recordValue(Math.min(MAX_US, Math.max(0, latencyNs / 1_000)));
    }

    /** All that was recorded so far. */
    public synchronized Percentiles percentiles() {
        total.add(recorder.getIntervalHistogram());
        return new Percentiles(
                total.getTotalCount(),
                ms(50),
                ms(95),
                ms(99),
                total.getTotalCount() == 0 ? 0 : total.getMaxValue() / 1e3);
    }

    private double ms(double percentile) {
        return total.getTotalCount() == 0 ? 0 : total.getValueAtPercentile(percentile) / 1e3;
    }

    /** Milliseconds; all 0 when {@code n} is. */
    public record Percentiles(long n, double p50, double p95, double p99, double max) {}
}
