package skylark.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The three clocks over some turns. A turn that was cut into has no endpoint delay: it counts in C2A only, and among the
 * cut-ins.
 *
 * @param turns how many turns these are, with or without values
 */
public record Clocks(
        int turns,
        @JsonProperty("v2v_ms") Percentiles v2vMs,
        @JsonProperty("epd_ms") Percentiles epdMs,
        @JsonProperty("c2a_ms") Percentiles c2aMs) {

    public static Clocks of(Collection<TurnRecord> turns) {
        List<TurnRecord> waited = turns.stream().filter(turn -> !turn.cutIn()).toList();
        return new Clocks(
                turns.size(),
                over(waited, TurnRecord::v2vMs),
                over(waited, TurnRecord::epdMs),
                over(turns, TurnRecord::c2aMs));
    }

    private static Percentiles over(Collection<TurnRecord> turns, Function<TurnRecord, @Nullable Double> clock) {
        return Percentiles.of(turns.stream()
                .map(clock)
                .filter(Objects::nonNull)
                .map(ms -> Math.max(0, ms))
                .toList());
    }
}
