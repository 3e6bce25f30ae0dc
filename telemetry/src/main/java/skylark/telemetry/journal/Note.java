package skylark.telemetry.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.TurnResult;
import skylark.domain.VehicleState;

/** Something to be told to the ground. Immutable; any thread. */
public sealed interface Note {

    /**
     * Something happened.
     *
     * @param category flight, payload, battery, nav, mission, link, failsafe, voice or system
     * @param severity MAVLink's, 0 (emergency) to 7 (debug)
     * @param priority of its way to the ground, 1 or 2
     * @param text the words spoken, or a short description; may be empty
     * @param spoken whether the operator heard it
     * @param turn the turn that caused it; null when none did
     */
    record Event(
            String category,
            int severity,
            int priority,
            String code,
            String text,
            Map<String, String> args,
            boolean spoken,
            @Nullable Long turn,
            @Nullable VehicleState state,
            Map<String, Object> data)
            implements Note {
        public Event {
            args = Map.copyOf(args);
            data = Map.copyOf(data);
        }
    }

    /**
     * An alert began or ended.
     *
     * @param alert its name, the last part of its topic
     * @param code of the announcement that raised it
     */
    record Alert(String alert, boolean active, int severity, String code, VehicleState state) implements Note {}

    /** A turn of the conversation. */
    record Dialog(long turn, TurnResult result, @Nullable VehicleState state) implements Note {}

    /** Counters and latencies; only the newest matters. */
    record Figures(Map<String, Object> data) implements Note {
        public Figures {
            data = Map.copyOf(data);
        }
    }

    /** How the program is: init, ready, degraded or disconnected; only the newest matters. */
    record Condition(String state, String reason) implements Note {}
}
