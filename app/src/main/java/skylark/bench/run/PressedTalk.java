package skylark.bench.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A talk on a machine with something else to do.
 *
 * @param what presses
 * @param turns that were committed, but for the cold one
 * @param inTime of these, with sound within 120 ms of the commit
 * @param real of these, with the reply itself and no fallback
 * @param trips of stages, which all were sound
 */
public record PressedTalk(
        String what,
        int turns,
        @JsonProperty("in_time") int inTime,
        int real,
        @JsonProperty("worst_c2a_ms") @Nullable Double worstC2aMs,
        int trips) {

    static PressedTalk of(String what, Played played) {
        List<PlayedTurn> turns =
                played.warm().stream().filter(turn -> turn.commitS() != null).toList();
        return new PressedTalk(
                what,
                turns.size(),
                (int) turns.stream().filter(PlayedTurn::inTime).count(),
                (int) turns.stream().filter(PlayedTurn::real).count(),
                turns.stream()
                        .map(PlayedTurn::c2aMs)
                        .filter(ms -> ms != null)
                        .max(Double::compare)
                        .orElse(null),
                played.report().incidents().size());
    }

    /** Every turn had sound in time, and nobody was accused. */
    public boolean holds() {
        return turns > 0 && inTime == turns && trips == 0;
    }

    /** As a line. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d turns in time, worst C2A %s ms, %d with their own reply, %d false trips  %s",
                what,
                inTime,
                turns,
                worstC2aMs == null ? "-" : String.format(Locale.ROOT, "%.0f", worstC2aMs),
                real,
                trips,
                holds() ? "ok" : "MISS");
    }
}
