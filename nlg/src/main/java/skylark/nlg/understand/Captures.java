package skylark.nlg.understand;

import org.jspecify.annotations.Nullable;
import skylark.domain.Slots;

/** Slots found on the way through the automaton, latest first; shared between the ways that lead through it. */
record Captures(@Nullable Captures before, String kind, Object value) {

    static Slots slots(@Nullable Captures last) {
        Slots slots = last == null ? Slots.NONE : slots(last.before);
        return last == null ? slots : last.addTo(slots);
    }

    private Slots addTo(Slots slots) {
        return switch (kind) {
            case "metres" -> slots.withMetres(number());
            case "degrees", "heading" -> slots.withDegrees(number());
            case "mps", "speed" -> slots.withMps(number());
            case "waypoint", "ordinal" -> slots.withWaypoint((int) number());
            case "direction" -> slots.withDirection(value.toString());
            case "reference" -> slots.withReference(value.toString());
            case "level" -> slots.withLevel(value.toString());
            case "state" -> slots.withState(value.toString());
            case "what" -> slots.withWhat(value.toString());
            default -> throw new IllegalStateException("grammar: no slot '" + kind + "'");
        };
    }

    private double number() {
        return value instanceof Double number ? number : Double.parseDouble(value.toString());
    }
}
