package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.nlg.understand.Quantity.Dimension;

/** Finds the slots of an intent in words that the grammar does not know as a whole; the last value counts. Stateless. */
final class SlotReader {
    private static final Map<String, Double> DIAGONALS = Map.of(
            "north east",
            45.0,
            "northeast",
            45.0,
            "south east",
            135.0,
            "southeast",
            135.0,
            "south west",
            225.0,
            "southwest",
            225.0,
            "north west",
            315.0,
            "northwest",
            315.0);
    private static final Set<String> HALF_TURN = Set.of("around", "round", "half", "reverse");
    private static final Set<String> TO = Set.of("to", "at", "of", "altitude", "height", "reach", "until", "till");
    /** "We need to be five meters lower" is by five meters. */
    private static final Set<String> FURTHER = Set.of("lower", "higher", "more", "further", "another", "additional");

    /** These switch off whatever else is said; of the others "on" says more: "it is dark out here, lights on". */
    private static final Set<String> SURELY_OFF = Set.of(
            "off",
            "stop",
            "end",
            "finish",
            "finished",
            "quit",
            "kill",
            "disable",
            "deactivate",
            "halt",
            "cease",
            "terminate",
            "shut",
            "extinguish",
            "douse",
            "disengage",
            "conclude",
            "discontinue",
            "suspend",
            "interrupt");

    private static final Set<String> PERHAPS_OFF =
            Set.of("cut", "enough", "done", "pause", "wrap", "without", "no", "dim", "close", "remove", "lose");
    private static final List<String> OFF_PHRASES = List.of(
            "power down",
            "turn down",
            "go dark",
            "fly dark",
            "lights out",
            "light out",
            "lamp out",
            "lamps out",
            "put out");

    private SlotReader() {}

    static Slots read(Intent intent, List<String> words) {
        return switch (intent) {
            case CLIMB, DESCEND -> height(words);
            case TAKEOFF, WINCH_LOWER, WINCH_RAISE -> metres(words);
            case MOVE -> metres(words).withDirection(Directions.level(words));
            case TURN -> Slots.NONE.withDirection(Directions.side(words)).withDegrees(turnDegrees(words));
            case FACE -> face(words);
            case SET_SPEED -> Slots.NONE.withMps(value(words, speed()));
            case GOTO_WAYPOINT -> Slots.NONE.withWaypoint(waypoint(words));
            case GIMBAL -> Slots.NONE.withDirection(Directions.tilt(words));
            case VOLUME -> Slots.NONE.withDirection(Directions.loudness(words));
            case VIDEO, LIGHT -> Slots.NONE.withState(switchesOff(words) ? "off" : "on");
            case VERBOSITY -> Slots.NONE.withLevel(level(words));
            case EXCLUDED -> Slots.ofWhat(String.join(" ", words));
            default -> Slots.NONE;
        };
    }

    private static boolean switchesOff(List<String> words) {
        if (words.stream().anyMatch(SURELY_OFF::contains)) {
            return true;
        }
        return !words.contains("on")
                && (words.stream().anyMatch(PERHAPS_OFF::contains)
                        || OFF_PHRASES.stream().anyMatch(phrase -> has(words, phrase)));
    }

    private static boolean has(List<String> words, String phrase) {
        return (" " + String.join(" ", words) + " ").contains(" " + phrase + " ");
    }

    private static Slots metres(List<String> words) {
        return Slots.NONE.withMetres(value(words, length()));
    }

    private static Slots height(List<String> words) {
        int at = last(words, length());
        if (at < 0) {
            return Slots.NONE;
        }
        boolean absolute =
                at > 0 && words.subList(Math.max(0, at - 2), at).stream().anyMatch(TO::contains);
        boolean further = words.stream().anyMatch(FURTHER::contains);
        return metres(words).withReference(absolute && !further ? "to" : null);
    }

    private static @Nullable Double turnDegrees(List<String> words) {
        Double said = value(words, angle());
        if (said != null) {
            return said;
        }
        if (words.contains("quarter")) {
            return 90.0;
        }
        if (has(words, "full circle") || has(words, "full turn") || has(words, "full rotation")) {
            return 360.0;
        }
        return words.stream().anyMatch(HALF_TURN::contains) || has(words, "u turn") || has(words, "about face")
                ? Double.valueOf(180)
                : null;
    }

    private static Slots face(List<String> words) {
        String all = " " + String.join(" ", words) + " ";
        for (Map.Entry<String, Double> diagonal : DIAGONALS.entrySet()) {
            if (all.contains(" " + diagonal.getKey() + " ")) {
                return Slots.NONE.withDegrees(diagonal.getValue());
            }
        }
        Double heading = heading(words);
        return heading != null ? Slots.NONE.withDegrees(heading) : Slots.NONE.withDirection(Directions.compass(words));
    }

    /** North may be spoken as zero. */
    private static @Nullable Double heading(List<String> words) {
        Double heading = value(words, angle());
        return heading == null && (has(words, "zero zero zero") || has(words, "heading zero"))
                ? Double.valueOf(0)
                : heading;
    }

    private static @Nullable Integer waypoint(List<String> words) {
        Double number = value(words, q -> q.dimension() == Dimension.NONE && q.value() == Math.rint(q.value()));
        if (number != null) {
            return number > 9999 ? null : Integer.valueOf(number.intValue());
        }
        return words.stream()
                .map(NumberWords::ordinal)
                .filter(ordinal -> ordinal > 0)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String level(List<String> words) {
        if (words.stream()
                .anyMatch(Set.of("normal", "normally", "standard", "default", "usual", "regular")::contains)) {
            return "normal";
        }
        boolean less = words.stream()
                .anyMatch(Set.of(
                        "less",
                        "fewer",
                        "only",
                        "quiet",
                        "quieter",
                        "brief",
                        "short",
                        "minimum",
                        "just",
                        "cut",
                        "reduce",
                        "concise",
                        "too",
                        "minimal",
                        "not",
                        "low",
                        "lower",
                        "silent",
                        "shorter",
                        "briefer",
                        "important",
                        "necessary",
                        "urgent",
                        "critical",
                        "terse",
                        "essentials",
                        "shush")::contains);
        return less ? "quiet" : "verbose";
    }

    private static Predicate<Quantity> length() {
        return q -> q.dimension() == Dimension.LENGTH || q.dimension() == Dimension.NONE;
    }

    private static Predicate<Quantity> angle() {
        return q -> q.dimension() == Dimension.ANGLE || q.dimension() == Dimension.NONE;
    }

    private static Predicate<Quantity> speed() {
        return q -> q.dimension() == Dimension.SPEED || q.dimension() == Dimension.NONE;
    }

    /** The last fitting value greater than 0; one with a unit before one without. */
    private static @Nullable Double value(List<String> words, Predicate<Quantity> fits) {
        int at = last(words, fits);
        Quantity quantity = at < 0 ? null : Quantity.at(words, at);
        return quantity == null ? null : Double.valueOf(quantity.value());
    }

    private static int last(List<String> words, Predicate<Quantity> fits) {
        List<Integer> bare = new ArrayList<>();
        int last = -1;
        for (int at = 0; at < words.size(); ) {
            Quantity quantity = Quantity.at(words, at);
            if (quantity != null && quantity.value() > 0 && fits.test(quantity)) {
                if (quantity.dimension() == Dimension.NONE) {
                    bare.add(at);
                } else {
                    last = at;
                }
            }
            at = quantity == null ? at + 1 : quantity.end();
        }
        return last >= 0 || bare.isEmpty() ? last : bare.get(bare.size() - 1);
    }
}
