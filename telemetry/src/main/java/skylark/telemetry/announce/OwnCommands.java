package skylark.telemetry.announce;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import skylark.domain.VehicleCommand;

/** Which modes the operator has just asked for: our own reply has said so already. */
final class OwnCommands {
    private static final long FRESH_NS = 5_000_000_000L;

    private final Map<String, Long> askedNs = new HashMap<>();

    void asked(VehicleCommand command, long nowNs) {
        modesAfter(command).forEach(mode -> askedNs.put(mode, nowNs));
    }

    boolean explain(String mode, long nowNs) {
        Long atNs = askedNs.get(mode);
        return atNs != null && nowNs - atNs <= FRESH_NS;
    }

    /** PX4 holds where ArduPilot is guided or brakes. */
    private static Set<String> modesAfter(VehicleCommand command) {
        return switch (command.name()) {
            case "NAV_RETURN_TO_LAUNCH" -> Set.of("RTL");
            case "NAV_LAND" -> Set.of("LAND");
            case "MISSION_START" -> Set.of("AUTO");
            case "NAV_TAKEOFF", "DO_REPOSITION" -> Set.of("GUIDED", "TAKEOFF", "HOLD");
            case "DO_SET_MODE" -> Set.of(String.valueOf(command.params().get("mode")), "HOLD");
            default -> Set.of();
        };
    }
}
