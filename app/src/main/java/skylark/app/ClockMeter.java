package skylark.app;

import org.jspecify.annotations.Nullable;
import skylark.metrics.LatencyHistogram;
import skylark.metrics.Metrics;
import skylark.replay.TurnRecord;

/**
 * The two clocks that begin at the end of the operator's last word, which only a label knows. Turns that were cut into
 * have neither. Belongs to the thread that plays.
 */
final class ClockMeter {
    private final LatencyHistogram epdCold;
    private final LatencyHistogram epdWarm;
    private final LatencyHistogram v2vCold;
    private final LatencyHistogram v2vWarm;

    ClockMeter(Metrics metrics) {
        epdCold = metrics.latency("clock.epd.cold");
        epdWarm = metrics.latency("clock.epd.warm");
        v2vCold = metrics.latency("clock.v2v.cold");
        v2vWarm = metrics.latency("clock.v2v.warm");
    }

    void record(TurnRecord turn) {
        if (!turn.cutIn()) {
            record(turn.cold() ? epdCold : epdWarm, turn.epdMs());
            record(turn.cold() ? v2vCold : v2vWarm, turn.v2vMs());
        }
    }

    private static void record(LatencyHistogram histogram, @Nullable Double ms) {
        if (ms != null) {
            histogram.recordNs(Math.round(ms * 1e6));
        }
    }
}
