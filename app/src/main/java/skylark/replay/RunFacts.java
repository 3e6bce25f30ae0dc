package skylark.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.metrics.Metrics;

/**
 * What is known of a run beside its turns; null is unknown.
 *
 * @param title what was run, in a word or two, such as "Replay"
 * @param pace {@code real} or {@code fast}; latencies are held to their limits in real time only
 * @param noise the sound mixed in, at {@code snrDb}; null when quiet
 * @param wallS how long the turns took
 * @param startMs from the start of the process until the pipeline was ready
 * @param rssMb resident memory at the end, and at its highest
 * @param cpuS of the whole process, during the turns
 * @param machine facts of the machine by name, in the order to show them
 * @param interrupted the operator stopped it before the last turn
 * @param measured by the pipeline itself: histograms by clock, stage and duty cycle, and counters
 */
public record RunFacts(
        String title,
        String pace,
        @Nullable String noise,
        @Nullable Double snrDb,
        Instant startedAt,
        double wallS,
        @Nullable Double startMs,
        @Nullable Double rssMb,
        @Nullable Double rssPeakMb,
        @Nullable Double cpuS,
        Map<String, String> machine,
        boolean interrupted,
        Metrics.Snapshot measured) {

    /** What went wrong with stages, by the seconds since {@code startedAt}. */
    List<Map<String, Object>> incidents() {
        return measured.incidents().stream().map(this::incident).toList();
    }

    private Map<String, Object> incident(Metrics.Incident incident) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at_s", secondsIn(incident));
        fields.put("stage", incident.stage());
        fields.put("kind", incident.kind());
        fields.put("detail", incident.detail());
        fields.put("restarted", incident.restarted());
        return fields;
    }

    /** When it was, in seconds since {@code startedAt}. */
    public double secondsIn(Metrics.Incident incident) {
        return Duration.between(startedAt, incident.at()).toMillis() / 1e3;
    }

    public boolean inRealTime() {
        return pace.equals("real");
    }

    public boolean quiet() {
        return noise == null;
    }
}
