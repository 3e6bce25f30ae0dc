package skylark.telemetry.mavlink;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.MissionPhase;

/** A simulated vehicle's state as an autopilot's messages. Owned by the simulator's thread. */
final class SimulatedMessages {
    /** Home is that high above the sea. */
    static final double HOME_AMSL_M = 488;

    private static final int QUADROTOR = 2;
    private static final int CUSTOM_MODE = 1;
    private static final int ARMED = 128;
    private static final int ACTIVE = 4;
    private static final double LOAD_KG = 1.2;
    private static final Map<String, Integer> LANDED = Map.of("ground", 1, "air", 2, "takeoff", 3, "landing", 4);

    private final Dialect dialect;
    private final Habits habits;
    private MissionPhase phase = MissionPhase.NOT_STARTED;

    SimulatedMessages(Dialect dialect, Habits habits) {
        this.dialect = dialect;
        this.habits = habits;
    }

    void phase(MissionPhase now) {
        phase = now;
    }

    /** Null for a message that this vehicle does not have. */
    @Nullable Message of(String name, VehicleState state, long bootMs) {
        return switch (name) {
            case "HEARTBEAT" -> heartbeat(state);
            case "SYS_STATUS" -> health(state);
            case "BATTERY_STATUS" -> battery(state);
            case "GPS_RAW_INT" -> gps(state);
            case "GLOBAL_POSITION_INT" -> position(state, bootMs);
            case "VFR_HUD" -> hud(state);
            case "WIND" -> dialect == Dialect.ARDUPILOT ? wind(state) : null;
            case "WIND_COV" -> dialect == Dialect.PX4 ? windVector(state) : null;
            case "EXTENDED_SYS_STATE" ->
                Message.of(name).with("landed_state", (long) LANDED.getOrDefault(String.valueOf(state.landed()), 0));
            case "MISSION_CURRENT" -> mission(state);
            case "RC_CHANNELS" -> Message.of(name).with("rssi", Math.round(2.54 * or(state.linkPct(), 100)));
            case "HOME_POSITION" -> home(state);
            case "WINCH_STATUS" -> dialect == Dialect.ARDUPILOT ? winch(state) : null;
            default -> null;
        };
    }

    private Message heartbeat(VehicleState state) {
        int mode = dialect.mode(nameHere(String.valueOf(state.mode()))).orElse(0);
        long base = CUSTOM_MODE | (Boolean.TRUE.equals(state.armed()) ? ARMED : 0);
        return Message.of("HEARTBEAT")
                .with("type", QUADROTOR)
                .with("autopilot", (long) dialect.autopilot())
                .with("base_mode", base)
                .with("custom_mode", Integer.toUnsignedLong(mode))
                .with("system_status", ACTIVE)
                .with("mavlink_version", 3L);
    }

    /** The simulation's modes are ArduPilot's; PX4 holds where the other is guided. */
    private String nameHere(String mode) {
        boolean holds = mode.equals("GUIDED") || mode.equals("BRAKE");
        return dialect == Dialect.PX4 && holds ? "HOLD" : mode;
    }

    private static Message health(VehicleState state) {
        long all = 0xFFFFFFFFL;
        long bad = Sensors.bits(Objects.requireNonNull(state.health()));
        return Message.of("SYS_STATUS")
                .with("onboard_control_sensors_present", all)
                .with("onboard_control_sensors_enabled", all)
                .with("onboard_control_sensors_health", all & ~bad)
                .with("battery_remaining", Math.round(or(state.batteryPct(), -1)));
    }

    private static Message battery(VehicleState state) {
        return Message.of("BATTERY_STATUS")
                .with("battery_remaining", Math.round(or(state.batteryPct(), -1)))
                .with("time_remaining", Math.round(or(state.batteryS(), 0)))
                .with("charge_state", 1L);
    }

    private static Message gps(VehicleState state) {
        return Message.of("GPS_RAW_INT")
                .with("fix_type", (long) or(state.gpsFix(), 0))
                .with("satellites_visible", (long) or(state.satellites(), 255));
    }

    private static Message position(VehicleState state, long bootMs) {
        double altM = or(state.altM(), 0);
        return Message.of("GLOBAL_POSITION_INT")
                .with("time_boot_ms", bootMs)
                .with("lat", Math.round(1e7 * or(state.lat(), 0)))
                .with("lon", Math.round(1e7 * or(state.lon(), 0)))
                .with("alt", Math.round(1e3 * (HOME_AMSL_M + altM)))
                .with("relative_alt", Math.round(1e3 * altM))
                .with("hdg", Math.round(100 * or(state.headingDeg(), 655.35)) % 36_000);
    }

    private static Message hud(VehicleState state) {
        return Message.of("VFR_HUD")
                .with("groundspeed", or(state.speedMps(), 0))
                .with("climb", or(state.climbMps(), 0))
                .with("alt", HOME_AMSL_M + or(state.altM(), 0));
    }

    private static Message wind(VehicleState state) {
        return Message.of("WIND").with("direction", or(state.windFromDeg(), 0)).with("speed", or(state.windMps(), 0));
    }

    private static Message windVector(VehicleState state) {
        double from = Math.toRadians(or(state.windFromDeg(), 0));
        double mps = or(state.windMps(), 0);
        return Message.of("WIND_COV").with("wind_x", -mps * Math.cos(from)).with("wind_y", -mps * Math.sin(from));
    }

    private Message mission(VehicleState state) {
        long total = (long) or(state.waypoints(), 0);
        long next = (long) or(state.waypoint(), 1);
        return Message.of("MISSION_CURRENT")
                .with("seq", Math.max(0, dialect.sequence((int) next)))
                .with("total", total == 0 ? 0xFFFF : total)
                .with("mission_state", total == 0 ? 1L : 2L + phase.ordinal());
    }

    private static @Nullable Message home(VehicleState state) {
        Double lat = state.lat();
        Double lon = state.lon();
        Double metres = state.homeM();
        Double deg = state.homeDeg();
        if (lat == null || lon == null || metres == null || deg == null) {
            return null;
        }
        return Message.of("HOME_POSITION")
                .with("latitude", Math.round(1e7 * Earth.lat(lat, metres, deg)))
                .with("longitude", Math.round(1e7 * Earth.lon(lat, lon, metres, deg)))
                .with("altitude", Math.round(1e3 * HOME_AMSL_M));
    }

    private Message winch(VehicleState state) {
        double tensionKg = "attached".equals(state.payload()) ? LOAD_KG : 0;
        return Message.of("WINCH_STATUS")
                .with("line_length", or(state.winchM(), 0))
                .with("tension", habits.weighsLoad ? tensionKg : Double.NaN);
    }

    private static double or(@Nullable Number value, double otherwise) {
        return value == null ? otherwise : value.doubleValue();
    }
}
