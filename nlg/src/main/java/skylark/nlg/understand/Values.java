package skylark.nlg.understand;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.nlg.understand.Quantity.Dimension;

/** Reads the value that an edge of the grammar asks for. Stateless. */
final class Values {
    private Values() {}

    /**
     * A value found.
     *
     * @param end the index after its words
     * @param unfinished a unit or a digit may still follow
     */
    record Found(Object value, int end, boolean unfinished) {}

    /**
     * The value of {@code kind} that begins at {@code at}, or null.
     *
     * @param quantity the number with its unit that begins there, if one does
     */
    static @Nullable Found at(String kind, List<String> words, int at, @Nullable Quantity quantity) {
        if (kind.equals("what")) {
            return new Found(String.join(" ", words.subList(at, words.size())), words.size(), false);
        }
        if (kind.equals("ordinal")) {
            int ordinal = NumberWords.ordinal(words.get(at));
            return ordinal > 0 ? new Found((double) ordinal, at + 1, false) : null;
        }
        return quantity == null ? null : found(kind, quantity);
    }

    private static @Nullable Found found(String kind, Quantity quantity) {
        Dimension dimension = quantity.dimension();
        boolean bare = dimension == Dimension.NONE;
        return switch (kind) {
            case "metres" -> positive(quantity, bare || dimension == Dimension.LENGTH, bare);
            case "mps" -> positive(quantity, bare || dimension == Dimension.SPEED, bare);
            case "speed" -> positive(quantity, dimension == Dimension.SPEED, false);
            case "degrees" -> positive(quantity, bare || dimension == Dimension.ANGLE, bare);
            case "heading" -> heading(quantity, bare);
            case "waypoint" -> waypoint(quantity, bare);
            default -> throw new IllegalStateException("grammar: no value '" + kind + "'");
        };
    }

    private static @Nullable Found positive(Quantity quantity, boolean fits, boolean unfinished) {
        return fits && quantity.value() > 0 ? new Found(quantity.value(), quantity.end(), unfinished) : null;
    }

    private static @Nullable Found heading(Quantity quantity, boolean bare) {
        boolean fits = bare || quantity.dimension() == Dimension.ANGLE;
        boolean unfinished = bare && quantity.digits() < 3 && quantity.value() < 100;
        return fits ? new Found(quantity.value(), quantity.end(), unfinished) : null;
    }

    private static @Nullable Found waypoint(Quantity quantity, boolean bare) {
        double number = quantity.value();
        boolean fits = bare && number >= 1 && number <= 9999 && number == Math.rint(number);
        boolean unfinished = number >= 20 && number % 10 == 0;
        return fits ? new Found(number, quantity.end(), unfinished) : null;
    }
}
