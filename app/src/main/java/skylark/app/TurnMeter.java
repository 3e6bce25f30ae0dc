package skylark.app;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.metrics.LatencyHistogram;
import skylark.metrics.Metrics;
import skylark.metrics.TurnEvent;
import skylark.pipeline.Span;
import skylark.pipeline.Spoken;
import skylark.pipeline.Trace;
import skylark.pipeline.TurnListener;
import skylark.pipeline.TurnReport;
import skylark.watchdog.TurnDeadline;

/**
 * Measures turns from outside the stages: into histograms, the first turn apart, and into a flight recording when there
 * is one. Belongs to the understanding stage's thread, but for {@link #onLate}.
 */
final class TurnMeter implements TurnListener {
    private final TurnListener next;
    private final Metrics metrics;
    private final Gauges cold;
    private final Gauges warm;
    private boolean first = true;

    /** @param next told of everything afterwards */
    TurnMeter(Metrics metrics, TurnListener next) {
        this.metrics = metrics;
        this.next = next;
        this.cold = new Gauges(metrics, ".cold");
        this.warm = new Gauges(metrics, ".warm");
    }

    @Override
    public void onTurn(TurnReport report) {
        (first ? cold : warm).record(report);
        metrics.counter("turns").increment();
        if (report.fallback()) {
            metrics.counter("fallbacks").increment();
        }
        commit(report.turn(), report.spoken().outcome().name(), report);
        first = false;
        next.onTurn(report);
    }

    @Override
    public void onNothingHeard(long turn) {
        metrics.counter("turns.without_words").increment();
        commit(turn, "NOTHING_HEARD", null);
        next.onNothingHeard(turn);
    }

    @Override
    public void onCutOff(long turn) {
        metrics.counter("turns.cut_off").increment();
        next.onCutOff(turn);
    }

    @Override
    public void onLost(long turn) {
        metrics.counter("turns.lost").increment();
        commit(turn, "LOST", null);
        next.onLost(turn);
    }

    @Override
    public void onLate(TurnDeadline deadline) {
        metrics.counter("late").increment();
        next.onLate(deadline);
    }

    @Override
    public void onAnnounced(Spoken spoken) {
        metrics.counter("announcements").increment();
        next.onAnnounced(spoken);
    }

    private void commit(long turn, String outcome, @Nullable TurnReport report) {
        TurnEvent event = new TurnEvent();
        if (!event.shouldCommit()) {
            return;
        }
        event.turn = turn;
        event.outcome = outcome;
        event.cold = first;
        if (report != null) {
            event.intent = report.result().intent().wireName();
            event.fallback = report.fallback();
            event.speculationHit = report.speculationHit();
            event.c2aNs = c2aNs(report);
        }
        event.commit();
    }

    private static long c2aNs(TurnReport report) {
        long soundNs = report.spoken().firstSoundNs();
        return soundNs == Trace.UNSET ? Trace.UNSET : soundNs - report.commitNs();
    }

    /** The histograms of one temperature. */
    private static final class Gauges {
        private final LatencyHistogram c2a;
        private final Map<Span, LatencyHistogram> work = new EnumMap<>(Span.class);

        Gauges(Metrics metrics, String temperature) {
            c2a = metrics.latency("clock.c2a" + temperature);
            for (Span span : Span.values()) {
                work.put(span, metrics.latency("stage." + span.wireName() + temperature));
            }
        }

        void record(TurnReport report) {
            long ns = c2aNs(report);
            if (ns != Trace.UNSET) {
                c2a.recordNs(ns);
            }
            Trace trace = report.spoken().draft().trace();
            work.forEach((span, histogram) -> {
                if (trace.startNs(span) != Trace.UNSET && trace.endNs(span) != Trace.UNSET) {
                    histogram.recordNs(trace.endNs(span) - trace.startNs(span));
                }
            });
        }
    }
}
