package skylark.telemetry.mavlink;

import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.telemetry.mavlink.Plan.Unable;
import skylark.telemetry.vehicle.AckResult;

/** A command's values; what is absent or of the wrong kind is refused by name. */
record Values(VehicleCommand command) {

    boolean has(String key) {
        return command.params().containsKey(key);
    }

    double number(String key) throws Unable {
        if (value(key) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw bad(key, "a number");
    }

    String word(String key) throws Unable {
        if (value(key) instanceof String word) {
            return word;
        }
        throw bad(key, "a word");
    }

    boolean flag(String key) throws Unable {
        return value(key) instanceof Boolean flag ? flag : number(key) != 0;
    }

    private @Nullable Object value(String key) {
        return command.params().get(key);
    }

    private Unable bad(String key, String expected) {
        String reason = command.name() + " " + key + ": expected " + expected + ", got " + value(key);
        return new Unable(AckResult.DENIED, reason);
    }
}
