package skylark.bench.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.metrics.Metrics;

/**
 * What came of one fault in one stage.
 *
 * @param stage that was made to fail
 * @param kind of the fault
 * @param begun whether the fault struck at all
 * @param noticedAs what the watchdog said of that stage, such as {@code stalled}; null when it named it not
 * @param noticedMs from the fault's beginning
 * @param accused other stages that were tripped
 * @param worstC2aMs from the commit to the first sound, of all turns but the cold one; null when none had sound
 * @param unanswered turns that were committed and had no sound
 * @param recovered the last recording got its own reply again
 */
public record FaultCell(
        String stage,
        String kind,
        boolean begun,
        @JsonProperty("noticed_as") @Nullable String noticedAs,
        @JsonProperty("noticed_ms") @Nullable Double noticedMs,
        List<String> accused,
        @JsonProperty("worst_c2a_ms") @Nullable Double worstC2aMs,
        int unanswered,
        boolean recovered) {

    private static final double NOTICED_MS = 1_000;
    private static final double C2A_MS = 120;
    private static final double MS_PER_S = 1e3;
    /** A fault in one of these lies between commit and playback. */
    private static final Set<String> AFTER_COMMIT =
            Set.of("understanding", "tokenizer", "generator", "voice", "playback");

    public FaultCell {
        accused = List.copyOf(accused);
    }

    /** Reads it from what was played; the first turn is cold. */
    static FaultCell of(String stage, String kind, Played played) {
        Optional<Played.Incident> begun = played.report().incidents().stream()
                .filter(incident -> incident.kind().equals(Metrics.INJECTED))
                .findFirst();
        Optional<Played.Incident> noticed = trips(played).stream()
                .filter(incident -> incident.stage().equals(stage))
                .findFirst();
        List<String> accused = trips(played).stream()
                .map(Played.Incident::stage)
                .filter(other -> !other.equals(stage))
                .distinct()
                .toList();
        List<PlayedTurn> turns = played.warm();
        return new FaultCell(
                stage,
                kind,
                begun.isPresent(),
                noticed.map(Played.Incident::kind).orElse(null),
                noticed.flatMap(trip -> begun.map(start -> MS_PER_S * (trip.atS() - start.atS())))
                        .orElse(null),
                accused,
                turns.stream()
                        .map(PlayedTurn::c2aMs)
                        .filter(ms -> ms != null)
                        .max(Double::compare)
                        .orElse(null),
                (int) turns.stream()
                        .filter(turn -> turn.commitS() != null && turn.c2aMs() == null)
                        .count(),
                !turns.isEmpty() && turns.get(turns.size() - 1).real());
    }

    private static List<Played.Incident> trips(Played played) {
        return played.report().incidents().stream()
                .filter(incident -> !incident.kind().equals(Metrics.INJECTED))
                .toList();
    }

    /** Noticed by name within a second, answered again, and in time where the fault lies after the commit. */
    public boolean holds() {
        boolean inTime =
                !AFTER_COMMIT.contains(stage) || (unanswered == 0 && worstC2aMs != null && worstC2aMs <= C2A_MS);
        return begun && noticedMs != null && noticedMs <= NOTICED_MS && recovered && inTime;
    }

    /** As a line of the table. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-14s %-9s %-11s %8s ms %10s ms %11d  %-4s%s%s",
                stage,
                kind,
                !begun ? "not begun" : noticedAs == null ? "unnoticed" : noticedAs,
                number(noticedMs),
                number(worstC2aMs),
                unanswered,
                holds() ? "ok" : "MISS",
                recovered ? "" : "; not answered again",
                accused.isEmpty() ? "" : "; also tripped: " + String.join(", ", accused));
    }

    /** Above the lines. */
    public static String head() {
        return String.format(
                "%-14s %-9s %-11s %11s %13s %11s", "stage", "fault", "noticed as", "after", "worst C2A", "unanswered");
    }

    private static String number(@Nullable Double ms) {
        return ms == null ? "-" : String.format(Locale.ROOT, "%.0f", ms);
    }
}
