package skylark.telemetry.mavlink;

import java.util.List;
import java.util.Map;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * What a simulated autopilot makes of MAVLink's commands: its own, in the order in which it does them. Refuses what a
 * real one of its dialect refuses. Owned by the simulator's thread.
 */
final class SimulatedOrders {
    /** It is not done, and why. */
    static final class Refused extends Exception {
        static final int DENIED = 2;
        static final int UNSUPPORTED = 3;
        static final int FAILED = 4;
        private static final long serialVersionUID = 1;

        private final int result;

        Refused(int result, String reason) {
            super(reason, null, false, false);
            this.result = result;
        }

        int result() {
            return result;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private static final int SWITCH_MODE = 1;

    private final Dialect dialect;

    SimulatedOrders(Dialect dialect) {
        this.dialect = dialect;
    }

    List<VehicleCommand> of(Message message, VehicleState state) throws Refused {
        int command = message.whole("command");
        return switch (command) {
            case Cmd.COMPONENT_ARM_DISARM -> one("COMPONENT_ARM_DISARM", Map.of("arm", param(message, 1) == 1));
            case Cmd.NAV_RETURN_TO_LAUNCH -> one("NAV_RETURN_TO_LAUNCH", Map.of());
            case Cmd.NAV_LAND -> one("NAV_LAND", Map.of());
            case Cmd.NAV_TAKEOFF -> takeOff(param(message, 7));
            case Cmd.DO_REPOSITION -> reposition(message, state);
            case Cmd.DO_SET_MODE -> one("DO_SET_MODE", Map.of("mode", mode(message)));
            case Cmd.DO_CHANGE_SPEED -> one("DO_CHANGE_SPEED", Map.of("speed_mps", param(message, 2)));
            case Cmd.DO_SET_HOME -> one("DO_SET_HOME", Map.of("current", 1));
            case Cmd.DO_GRIPPER -> one("DO_GRIPPER", Map.of("action", param(message, 2) == 0 ? "release" : "grab"));
            case Cmd.DO_SET_MISSION_CURRENT ->
                one("DO_SET_MISSION_CURRENT", Map.of("waypoint", dialect.waypoint((int) param(message, 1))));
            case Cmd.DO_SET_RELAY, Cmd.IMAGE_START_CAPTURE, Cmd.VIDEO_START_CAPTURE, Cmd.VIDEO_STOP_CAPTURE ->
                List.of();
            case Cmd.DO_GIMBAL_MANAGER_PITCHYAW -> List.of();
            default -> dialect == Dialect.ARDUPILOT ? ofArduPilotOnly(message, command) : unknown();
        };
    }

    private static List<VehicleCommand> ofArduPilotOnly(Message message, int command) throws Refused {
        return switch (command) {
            case Cmd.CONDITION_YAW -> yaw(message);
            case Cmd.DO_PAUSE_CONTINUE -> one("DO_PAUSE_CONTINUE", Map.of("continue", param(message, 1) == 1));
            case Cmd.MISSION_START -> one("MISSION_START", Map.of());
            case Cmd.DO_WINCH -> winch(param(message, 3));
            default -> unknown();
        };
    }

    private static List<VehicleCommand> unknown() throws Refused {
        throw new Refused(Refused.UNSUPPORTED, "");
    }

    private static List<VehicleCommand> one(String name, Map<String, Object> params) {
        return List.of(new VehicleCommand(name, params));
    }

    /** PX4 counts height from the sea, and needs no mode for it. */
    private List<VehicleCommand> takeOff(double heightM) {
        if (dialect == Dialect.ARDUPILOT) {
            return one("NAV_TAKEOFF", Map.of("alt_m", heightM));
        }
        return List.of(
                new VehicleCommand("DO_SET_MODE", Map.of("mode", "GUIDED")),
                new VehicleCommand("NAV_TAKEOFF", Map.of("alt_m", heightM - SimulatedMessages.HOME_AMSL_M)));
    }

    private List<VehicleCommand> reposition(Message message, VehicleState state) throws Refused {
        boolean mayChangeMode = param(message, 2) == 1;
        if (!mayChangeMode && !"GUIDED".equals(state.mode())) {
            throw new Refused(Refused.DENIED, "");
        }
        double lat = place(message, "x", 5);
        double lon = place(message, "y", 6);
        double altM = message.is("COMMAND_INT") ? message.number("z") : param(message, 7);
        if (!Double.isNaN(lat) && !Double.isNaN(lon)) {
            return one("DO_REPOSITION", Map.of("lat", lat, "lon", lon, "alt_m", heightM(message, altM, state)));
        }
        double yaw = param(message, 4);
        return Double.isNaN(yaw)
                ? one("DO_SET_MODE", Map.of("mode", "BRAKE"))
                : one("CONDITION_YAW", Map.of("relative", false, "heading_deg", Math.toDegrees(yaw)));
    }

    /** PX4 ignores the frame, and takes every height as one above the sea. */
    private double heightM(Message message, double altM, VehicleState state) {
        if (Double.isNaN(altM)) {
            return state.altM() == null ? 0 : state.altM();
        }
        boolean relative = message.is("COMMAND_INT") && message.whole("frame") == Cmd.FRAME_GLOBAL_RELATIVE_ALT;
        return relative && dialect == Dialect.ARDUPILOT ? altM : altM - SimulatedMessages.HOME_AMSL_M;
    }

    private static double place(Message message, String whole, int param) {
        if (message.is("COMMAND_LONG")) {
            return param(message, param);
        }
        long degreesE7 = message.wide(whole);
        return degreesE7 == Cmd.HERE ? Double.NaN : degreesE7 / 1e7;
    }

    private static List<VehicleCommand> yaw(Message message) {
        double deg = param(message, 1);
        return param(message, 4) == 1
                ? one(
                        "CONDITION_YAW",
                        Map.of(
                                "relative",
                                true,
                                "angle_deg",
                                deg,
                                "direction",
                                param(message, 3) < 0 ? "left" : "right"))
                : one("CONDITION_YAW", Map.of("relative", false, "heading_deg", deg));
    }

    private static List<VehicleCommand> winch(double lengthM) {
        return lengthM < 0
                ? one("DO_WINCH", Map.of("action", "retract"))
                : one("DO_WINCH", Map.of("action", "lower", "length_m", lengthM));
    }

    /** The simulation's name for it. */
    private String mode(Message message) throws Refused {
        if ((int) param(message, 1) != SWITCH_MODE) {
            throw new Refused(Refused.DENIED, "");
        }
        int number = (int) param(message, 2);
        int custom = dialect == Dialect.PX4 ? number << 16 | (int) param(message, 3) << 24 : number;
        String name = dialect.modeName(custom);
        return name.equals("HOLD") ? "GUIDED" : name;
    }

    private static double param(Message message, int number) {
        return number > 4 && message.is("COMMAND_INT") ? Double.NaN : message.number("param" + number);
    }
}
