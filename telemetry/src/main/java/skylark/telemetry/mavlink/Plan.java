package skylark.telemetry.mavlink;

import java.util.List;
import skylark.telemetry.vehicle.AckResult;

/**
 * What is sent for one command: each step waits for the acknowledgement of the one before.
 *
 * @param steps COMMAND_LONG or COMMAND_INT, without an address
 * @param repeatable whether a step that was not acknowledged may be sent again without looking
 */
record Plan(List<Message> steps, boolean repeatable) {

    /** Nothing is sent, and why. */
    static final class Unable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient AckResult result;

        Unable(AckResult result, String reason) {
            super(reason, null, false, false);
            this.result = result;
        }

        AckResult result() {
            return result;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
