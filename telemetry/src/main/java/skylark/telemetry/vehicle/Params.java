package skylark.telemetry.vehicle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a command's values; what is absent or of the wrong kind ends the command. */
record Params(Map<String, Object> values) {

    /** A value is missing or of the wrong kind; the message goes into the acknowledgement. */
    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1;

        Bad(String message) {
            super(message, null, false, false);
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    double number(String key) {
        if (values.get(key) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new Bad(key + ": expected a number, got " + values.get(key));
    }

    String word(String key) {
        @Nullable Object value = values.get(key);
        if (value instanceof String word) {
            return word;
        }
        throw new Bad(key + ": expected a word, got " + value);
    }

    boolean flag(String key) {
        return values.get(key) instanceof Boolean flag ? flag : number(key) != 0;
    }
}
