package skylark.telemetry.announce;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;

/** Which modes the operator has just asked for: our own reply has said so already. */
final class OwnCommands {
    private static final long FRESH_NS = 5_000_000_000L;

    private final Map<String, Long> askedNs = new HashMap<>();

    void asked(VehicleCommand command, long nowNs) {
        String mode = modeAfter(command);
        if (mode != null) {
            askedNs.put(mode, nowNs);
        }
    }

    boolean explain(String mode, long nowNs) {
        Long atNs = askedNs.get(mode);
        return atNs != null && nowNs - atNs <= FRESH_NS;
    }

    private static @Nullable String modeAfter(VehicleCommand command) {
        return switch (command.name()) {
            case "NAV_RETURN_TO_LAUNCH" -> "RTL";
            case "NAV_LAND" -> "LAND";
            case "MISSION_START" -> "AUTO";
            case "NAV_TAKEOFF", "DO_REPOSITION" -> "GUIDED";
            case "DO_SET_MODE" -> String.valueOf(command.params().get("mode"));
            default -> null;
        };
    }
}
