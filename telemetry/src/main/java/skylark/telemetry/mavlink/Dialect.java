package skylark.telemetry.mavlink;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the autopilots differ. Mode names are the autopilot's own, but PX4's MISSION is AUTO and its LOITER is HOLD. */
enum Dialect {
    ARDUPILOT(
            3,
            0,
            Map.ofEntries(
                    Map.entry(0, "STABILIZE"),
                    Map.entry(1, "ACRO"),
                    Map.entry(2, "ALT_HOLD"),
                    Map.entry(3, "AUTO"),
                    Map.entry(4, "GUIDED"),
                    Map.entry(5, "LOITER"),
                    Map.entry(6, "RTL"),
                    Map.entry(7, "CIRCLE"),
                    Map.entry(9, "LAND"),
                    Map.entry(11, "DRIFT"),
                    Map.entry(13, "SPORT"),
                    Map.entry(14, "FLIP"),
                    Map.entry(15, "AUTOTUNE"),
                    Map.entry(16, "POSHOLD"),
                    Map.entry(17, "BRAKE"),
                    Map.entry(18, "THROW"),
                    Map.entry(19, "AVOID_ADSB"),
                    Map.entry(20, "GUIDED_NOGPS"),
                    Map.entry(21, "SMART_RTL"),
                    Map.entry(22, "FLOWHOLD"),
                    Map.entry(23, "FOLLOW"),
                    Map.entry(24, "ZIGZAG"),
                    Map.entry(25, "SYSTEMID"),
                    Map.entry(26, "AUTOROTATE"),
                    Map.entry(27, "AUTO_RTL"))),
    PX4(
            12,
            1,
            Map.ofEntries(
                    Map.entry(px4(1, 0), "MANUAL"),
                    Map.entry(px4(2, 0), "ALTCTL"),
                    Map.entry(px4(3, 0), "POSCTL"),
                    Map.entry(px4(4, 1), "READY"),
                    Map.entry(px4(4, 2), "TAKEOFF"),
                    Map.entry(px4(4, 3), "HOLD"),
                    Map.entry(px4(4, 4), "AUTO"),
                    Map.entry(px4(4, 5), "RTL"),
                    Map.entry(px4(4, 6), "LAND"),
                    Map.entry(px4(4, 8), "FOLLOW"),
                    Map.entry(px4(4, 9), "LAND"),
                    Map.entry(px4(5, 0), "ACRO"),
                    Map.entry(px4(6, 0), "OFFBOARD"),
                    Map.entry(px4(7, 0), "STABILIZED")));

    private final int autopilot;
    private final int firstWaypoint;
    private final Map<Integer, String> modes;
    private final Map<String, Integer> numbers;

    Dialect(int autopilot, int firstWaypoint, Map<Integer, String> modes) {
        this.autopilot = autopilot;
        this.firstWaypoint = firstWaypoint;
        this.modes = modes;
        this.numbers = modes.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(modes::get, Function.identity(), Math::min));
    }

    /** custom_mode of PX4: the main mode in bits 16 to 23, the sub-mode above. */
    private static int px4(int main, int sub) {
        return main << 16 | sub << 24;
    }

    /** @param autopilot MAV_AUTOPILOT of a heartbeat */
    static Optional<Dialect> of(int autopilot) {
        for (Dialect dialect : values()) {
            if (dialect.autopilot == autopilot) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    int autopilot() {
        return autopilot;
    }

    /** A mode without a name of its own is called by its number. */
    String modeName(int customMode) {
        String name = modes.get(customMode);
        return name == null ? "MODE " + Integer.toUnsignedString(customMode) : name;
    }

    OptionalInt mode(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Waypoints count from 1; ArduPilot's item 0 is home, PX4's is the first waypoint. */
    int waypoint(int sequence) {
        return sequence + firstWaypoint;
    }

    int sequence(int waypoint) {
        return waypoint - firstWaypoint;
    }

    /** MISSION_COUNT counts ArduPilot's home too. */
    int waypoints(int count) {
        return this == ARDUPILOT ? Math.max(0, count - 1) : count;
    }
}
