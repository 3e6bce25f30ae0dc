package skylark.telemetry.mavlink;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sensors of SYS_STATUS by their bits. */
final class Sensors {
    private static final int PREARM_BIT = 28;
    private static final @Nullable String[] NAMES = new String[32];

    static {
        name("gyro", 0, 17);
        name("accelerometer", 1, 18);
        name("compass", 2, 19);
        name("barometer", 3);
        name("airspeed", 4);
        name("gps", 5);
        name("optical flow", 6);
        name("vision", 7);
        name("rangefinder", 8);
        name("motors", 15);
        name("radio control", 16);
        name("fence", 20);
        name("attitude", 21);
        name("logging", 24);
        name("battery", 25);
        name("proximity", 26);
        name("pre-arm check", PREARM_BIT);
        name("avoidance", 29);
        name("propulsion", 30);
    }

    private Sensors() {}

    private static void name(String word, int... bits) {
        for (int bit : bits) {
            NAMES[bit] = word;
        }
    }

    /** What is enabled and not healthy; the check before arming counts on the ground only. */
    static List<String> failed(Message status, boolean armed) {
        long bad = status.wide("onboard_control_sensors_enabled") & ~status.wide("onboard_control_sensors_health");
        Set<String> names = new LinkedHashSet<>();
        for (int bit = 0; bit < NAMES.length; bit++) {
            String name = NAMES[bit];
            if (name != null && (bad >>> bit & 1) != 0 && !(armed && bit == PREARM_BIT)) {
                names.add(name);
            }
        }
        return new ArrayList<>(names);
    }

    /** The bits of these sensors, for a simulator. */
    static long bits(List<String> names) {
        long bits = 0;
        for (int bit = 0; bit < NAMES.length; bit++) {
            String name = NAMES[bit];
            bits |= name != null && names.contains(name) ? 1L << bit : 0;
        }
        return bits;
    }
}
