package skylark.pipeline;

import java.util.concurrent.atomic.AtomicLongArray;

/** When each stage worked on a draft. Each span is written by one stage's thread; any thread reads. */
public final class Trace {
    public static final long UNSET = Long.MIN_VALUE;

    private final AtomicLongArray times = new AtomicLongArray(2 * Span.values().length + 1);

    public Trace() {
        for (int i = 0; i < times.length(); i++) {
            times.set(i, UNSET);
        }
    }

    public void start(Span span, long nowNs) {
        if (startNs(span) == UNSET) {
            times.set(2 * span.ordinal(), nowNs);
        }
    }

    public void end(Span span, long nowNs) {
        times.set(2 * span.ordinal() + 1, nowNs);
    }

    public void firstToken(long nowNs) {
        times.set(times.length() - 1, nowNs);
    }

    public long startNs(Span span) {
        return times.get(2 * span.ordinal());
    }

    public long endNs(Span span) {
        return times.get(2 * span.ordinal() + 1);
    }

    public long firstTokenNs() {
        return times.get(times.length() - 1);
    }

    /** How long the stage took in milliseconds; NaN when it did not work on this draft. */
    public double ms(Span span) {
        return startNs(span) == UNSET || endNs(span) == UNSET ? Double.NaN : (endNs(span) - startNs(span)) / 1e6;
    }
}
