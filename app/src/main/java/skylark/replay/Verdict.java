package skylark.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One measure against its limits.
 *
 * @param name as {@code bench} calls it
 * @param label for people
 * @param value null when nothing could be measured
 * @param unit as {@link Limits} has it
 * @param n how many values stand behind it
 * @param must the limit, null where none applies to this run; {@code goal} beyond it
 * @param upward larger is better
 */
public record Verdict(
        String name,
        @JsonIgnore String label,
        @Nullable Double value,
        String unit,
        int n,
        @Nullable Double must,
        @Nullable Double goal,
        @JsonIgnore boolean upward) {

    /** Whether the limit is kept; null when there is no value or no limit. */
    @JsonProperty("ok")
    public @Nullable Boolean ok() {
        return keeps(must);
    }

    @JsonProperty("goal_ok")
    public @Nullable Boolean goalOk() {
        return keeps(goal);
    }

    private @Nullable Boolean keeps(@Nullable Double limit) {
        if (value == null || limit == null) {
            return null;
        }
        return upward ? value >= limit : value <= limit;
    }
}
