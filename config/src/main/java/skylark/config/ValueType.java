package skylark.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;

/**
 * What the value of a key may be, and how it is written.
 *
 * @param <T> what the program sees
 */
sealed interface ValueType<T> {

    /** What is expected, for people: "a whole number from 1 to 9". */
    String expected();

    /** The value of a TOML literal, or null when it does not fit. */
    @Nullable T accept(@Nullable Object literal);

    /** The TOML literal that {@code text} of the environment or the command line stands for; null for none. */
    @Nullable Object literal(String text);

    /** The value as a TOML literal. */
    String write(T value);

    /** Any text that matches. */
    record Text(Pattern pattern, String expected) implements ValueType<String> {
        @Override
        public @Nullable String accept(@Nullable Object literal) {
            return literal instanceof String text && pattern.matcher(text).matches() ? text : null;
        }

        @Override
        public Object literal(String text) {
            return text;
        }

        @Override
        public String write(String value) {
            return quoted(value);
        }
    }

    /** One of a closed list of words. */
    record Choice(List<String> words) implements ValueType<String> {
        @Override
        public String expected() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public @Nullable String accept(@Nullable Object literal) {
            return literal instanceof String text && words.contains(text) ? text : null;
        }

        @Override
        public Object literal(String text) {
            return text;
        }

        @Override
        public String write(String value) {
            return quoted(value);
        }
    }

    /** An ordered choice of different words; at least one. Outside TOML they are separated by commas. */
    record Choices(List<String> words) implements ValueType<List<String>> {
        @Override
        public String expected() {
            return "a list of one or more of " + String.join(", ", words) + ", none of them twice";
        }

        @Override
        public @Nullable List<String> accept(@Nullable Object literal) {
            List<?> given =
                    literal instanceof TomlArray array ? array.toList() : literal instanceof List<?> l ? l : null;
            if (given == null || given.isEmpty()) {
                return null;
            }
            List<String> chosen = new ArrayList<>();
            for (Object word : given) {
                if (!(word instanceof String text) || !words.contains(text) || chosen.contains(text)) {
                    return null;
                }
                chosen.add(text);
            }
            return List.copyOf(chosen);
        }

        @Override
        public Object literal(String text) {
            return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        }

        @Override
        public String write(List<String> value) {
            return value.stream().map(ValueType::quoted).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** true or false. */
    record Flag() implements ValueType<Boolean> {
        @Override
        public String expected() {
            return "true or false";
        }

        @Override
        public @Nullable Boolean accept(@Nullable Object literal) {
            return literal instanceof Boolean flag ? flag : null;
        }

        @Override
        public @Nullable Object literal(String text) {
            return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
        }

        @Override
        public String write(Boolean value) {
            return value.toString();
        }
    }

    /** A whole number, both ends included. */
    record Whole(int min, int max) implements ValueType<Integer> {
        @Override
        public String expected() {
            return "a whole number from " + min + " to " + max;
        }

        @Override
        public @Nullable Integer accept(@Nullable Object literal) {
            return literal instanceof Number number
                            && (literal instanceof Long || literal instanceof Integer)
                            && number.longValue() >= min
                            && number.longValue() <= max
                    ? (Integer) number.intValue()
                    : null;
        }

        @Override
        public @Nullable Object literal(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException notWhole) {
                return null;
            }
        }

        @Override
        public String write(Integer value) {
            return value.toString();
        }
    }

    /** A number, both ends included. */
    record Decimal(double min, double max) implements ValueType<Double> {
        @Override
        public String expected() {
            return "a number from " + write(min) + " to " + write(max);
        }

        @Override
        public @Nullable Double accept(@Nullable Object literal) {
            return literal instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max
                    ? (Double) number.doubleValue()
                    : null;
        }

        @Override
        public @Nullable Object literal(String text) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException notNumber) {
                return null;
            }
        }

        @Override
        public String write(Double value) {
            return value == Math.rint(value) ? String.valueOf(value.longValue()) : value.toString();
        }
    }

    /** A file or folder; {@code ~/} is the operator's home. With {@code optional}, empty text means none. */
    record Place(boolean optional) implements ValueType<String> {
        @Override
        public String expected() {
            return optional ? "a path, or \"\" for none" : "a path";
        }

        @Override
        public @Nullable String accept(@Nullable Object literal) {
            if (!(literal instanceof String text) || text.isBlank() && !(optional && text.isEmpty())) {
                return null;
            }
            try {
                Objects.requireNonNull(Path.of(text));
                return text;
            } catch (InvalidPathException notAPath) {
                return null;
            }
        }

        @Override
        public Object literal(String text) {
            return text;
        }

        @Override
        public String write(String value) {
            return quoted(value);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
