package skylark.telemetry.vehicle;

import java.util.Arrays;
import java.util.Optional;

/** The flight modes of the simulated autopilot, by ArduPilot's names. */
enum Mode {
    GUIDED,
    AUTO,
    RTL,
    LAND,
    BRAKE;

    static Optional<Mode> byName(String name) {
        return Arrays.stream(values()).filter(mode -> mode.name().equals(name)).findFirst();
    }
}
