package skylark.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values an utterance carried. Absent means not said.
 *
 * @param metres greater than 0
 * @param degrees an angle or heading
 * @param mps speed in metres per second, greater than 0
 * @param waypoint 1 or more
 * @param direction forward, back, left, right, up, down, north, south, east or west
 * @param reference by (relative; the meaning when absent) or to (absolute)
 * @param level quiet, normal or verbose
 * @param state on or off
 * @param what free words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slots(
        @Nullable Double metres,
        @Nullable Double degrees,
        @Nullable Double mps,
        @Nullable Integer waypoint,
        @Nullable String direction,
        @Nullable String reference,
        @Nullable String level,
        @Nullable String state,
        @Nullable String what) {

    public static final Slots NONE = new Slots(null, null, null, null, null, null, null, null, null);

    private static final Set<String> DIRECTIONS =
            Set.of("forward", "back", "left", "right", "up", "down", "north", "south", "east", "west");

    public Slots {
        positive("metres", metres);
        positive("mps", mps);
        if (waypoint != null && waypoint < 1) {
            throw new IllegalArgumentException("waypoint: expected 1 or more, got " + waypoint);
        }
        oneOf("direction", direction, DIRECTIONS);
        oneOf("reference", reference, Set.of("by", "to"));
        oneOf("level", level, Set.of("quiet", "normal", "verbose"));
        oneOf("state", state, Set.of("on", "off"));
    }

    public static Slots ofMetres(double metres) {
        return NONE.withMetres(metres);
    }

    public static Slots ofDirection(String direction) {
        return NONE.withDirection(direction);
    }

    public static Slots ofWhat(String what) {
        return NONE.withWhat(what);
    }

    public Slots withMetres(@Nullable Double value) {
        return new Slots(value, degrees, mps, waypoint, direction, reference, level, state, what);
    }

    public Slots withDegrees(@Nullable Double value) {
        return new Slots(metres, value, mps, waypoint, direction, reference, level, state, what);
    }

    public Slots withMps(@Nullable Double value) {
        return new Slots(metres, degrees, value, waypoint, direction, reference, level, state, what);
    }

    public Slots withWaypoint(@Nullable Integer value) {
        return new Slots(metres, degrees, mps, value, direction, reference, level, state, what);
    }

    public Slots withDirection(@Nullable String value) {
        return new Slots(metres, degrees, mps, waypoint, value, reference, level, state, what);
    }

    public Slots withReference(@Nullable String value) {
        return new Slots(metres, degrees, mps, waypoint, direction, value, level, state, what);
    }

    public Slots withLevel(@Nullable String value) {
        return new Slots(metres, degrees, mps, waypoint, direction, reference, value, state, what);
    }

    public Slots withState(@Nullable String value) {
        return new Slots(metres, degrees, mps, waypoint, direction, reference, level, value, what);
    }

    public Slots withWhat(@Nullable String value) {
        return new Slots(metres, degrees, mps, waypoint, direction, reference, level, state, value);
    }

    /** The slots that were said. */
    public Set<Slot> present() {
        Set<Slot> present = EnumSet.noneOf(Slot.class);
        Object[] values = {metres, degrees, mps, waypoint, direction, reference, level, state, what};
        for (Slot slot : Slot.values()) {
            if (values[slot.ordinal()] != null) {
                present.add(slot);
            }
        }
        return present;
    }

    private static void positive(String key, @Nullable Double value) {
        if (value != null && !(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(key + ": expected a number greater than 0, got " + value);
        }
    }

    private static void oneOf(String key, @Nullable String value, Set<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw new IllegalArgumentException(key + ": expected one of " + allowed + ", got '" + value + "'");
        }
    }
}
