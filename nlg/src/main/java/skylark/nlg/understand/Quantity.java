package skylark.nlg.understand;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit, in SI.
 *
 * @param value metres, degrees or metres per second; the bare number where no unit was said
 * @param dimension what the unit measures; {@code NONE} where none was said
 * @param end the index after the last word
 * @param digits how many digit words the number was spelled with, 0 if it was not
 */
record Quantity(double value, Dimension dimension, int end, int digits) {

    /** What a unit measures. */
    enum Dimension {
        NONE,
        LENGTH,
        ANGLE,
        SPEED,
        OTHER
    }

    private record Unit(Dimension dimension, double factor) {}

    private static final int LONGEST_UNIT = 3;
    private static final double FOOT_M = 0.3048;
    private static final double KNOT_MPS = 1852 / 3600.0;
    private static final double MPH_MPS = 1609.344 / 3600.0;
    private static final Map<String, Unit> UNITS = Units.table();

    /** The quantity that begins at {@code at}, or null. */
    static @Nullable Quantity at(List<String> words, int at) {
        if (at > 0 && (words.get(at - 1).equals("minus") || words.get(at - 1).equals("negative") && at > 1)) {
            return null;
        }
        if (isArticle(words.get(at))) {
            Quantity one = withUnit(words, new NumberWords.Span(1, at + 1, 0));
            if (one.dimension == Dimension.LENGTH) {
                return one;
            }
        }
        NumberWords.Span number = NumberWords.at(words, at);
        return number == null ? null : withUnit(words, number);
    }

    private static boolean isArticle(String word) {
        return word.equals("a") || word.equals("an");
    }

    private static Quantity withUnit(List<String> words, NumberWords.Span number) {
        int from = number.end();
        for (int n = Math.min(LONGEST_UNIT, words.size() - from); n >= 1; n--) {
            Unit unit = UNITS.get(n == 1 ? words.get(from) : String.join(" ", words.subList(from, from + n)));
            if (unit != null) {
                boolean half = endsInHalf(words, from + n);
                double value = (half ? number.value() + 0.5 : number.value()) * unit.factor;
                return new Quantity(value, unit.dimension, half ? from + n + 3 : from + n, number.digits());
            }
        }
        return new Quantity(number.value(), Dimension.NONE, from, number.digits());
    }

    /** "a meter and a half". */
    private static boolean endsInHalf(List<String> words, int at) {
        return at + 2 < words.size()
                && words.get(at).equals("and")
                && words.get(at + 1).equals("a")
                && words.get(at + 2).equals("half");
    }

    /** The spellings of units, longest form first when they are looked up. */
    private static final class Units {
        private static final Map<String, Unit> TABLE = new java.util.HashMap<>();

        static Map<String, Unit> table() {
            length(1, "m", "meter", "meters");
            length(FOOT_M, "ft", "foot", "feet");
            length(0.9144, "yard", "yards", "yd");
            length(1000, "km", "kilometer", "kilometers", "k");
            length(0.01, "cm", "centimeter", "centimeters");
            length(0.0254, "inch", "inches");
            length(1609.344, "mile", "miles");
            put(Dimension.ANGLE, 1, "degree", "degrees", "deg");
            speed(1, "mps", "ms", "meters per second", "meter per second", "meters a second", "meter a second");
            speed(1 / 3.6, "kph", "kmh", "k p h", "kilometers per hour", "kilometer per hour", "kilometers an hour");
            speed(1 / 3.6, "kilometer an hour", "km h", "km per hour", "km an hour");
            speed(MPH_MPS, "mph", "m p h", "miles per hour", "mile per hour", "miles an hour", "mile an hour");
            speed(KNOT_MPS, "knot", "knots", "kt", "kts", "kn");
            speed(FOOT_M, "feet per second", "foot per second", "feet a second", "fps");
            speed(1 / 60.0, "meters per minute", "meters a minute");
            put(Dimension.OTHER, 1, "percent", "seconds", "second", "minutes", "minute", "hours", "hour", "volts");
            return Map.copyOf(TABLE);
        }

        private static void length(double factor, String... forms) {
            put(Dimension.LENGTH, factor, forms);
        }

        private static void speed(double factor, String... forms) {
            put(Dimension.SPEED, factor, forms);
        }

        private static void put(Dimension dimension, double factor, String... forms) {
            for (String form : forms) {
                TABLE.put(form, new Unit(dimension, factor));
            }
        }
    }
}
