package skylark.telemetry.mavlink;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.telemetry.mavlink.Plan.Unable;
import skylark.telemetry.vehicle.AckResult;

/** How each of our commands is said to an autopilot; here what both understand alike. */
abstract class CommandBook {
    private static final Map<String, Integer> BEARINGS = Map.of("north", 0, "east", 90, "south", 180, "west", 270);
    private static final Map<String, Integer> OFF_NOSE = Map.of("forward", 0, "right", 90, "back", 180, "left", 270);

    private final Dialect dialect;

    CommandBook(Dialect dialect) {
        this.dialect = dialect;
    }

    static CommandBook of(Dialect dialect) {
        return dialect == Dialect.PX4 ? new Px4Book() : new ArduPilotBook();
    }

    /** @param homeAmslM home above mean sea level, null when unknown */
    final Plan plan(VehicleCommand command, VehicleState state, @Nullable Double homeAmslM) throws Unable {
        List<Message> steps = steps(command, state, homeAmslM);
        return new Plan(steps, !actsAnew(command));
    }

    private List<Message> steps(VehicleCommand command, VehicleState state, @Nullable Double homeAmslM) throws Unable {
        Values values = new Values(command);
        return switch (command.name()) {
            case "COMPONENT_ARM_DISARM" -> arm(values);
            case "NAV_LAND" -> List.of(Cmd.of(Cmd.NAV_LAND));
            case "NAV_RETURN_TO_LAUNCH" -> List.of(Cmd.of(Cmd.NAV_RETURN_TO_LAUNCH));
            case "NAV_TAKEOFF" -> takeOff(values.number("alt_m"), state, homeAmslM);
            case "DO_REPOSITION" -> reposition(target(values, state), homeAmslM);
            case "CONDITION_YAW" -> yaw(values, state);
            case "DO_PAUSE_CONTINUE" -> values.flag("continue") ? proceed() : pause();
            case "DO_SET_MODE" -> mode(values.word("mode"));
            case "MISSION_START" -> startMission();
            case "DO_WINCH" -> winch(values, state);
            default -> List.of(plain(command.name(), values));
        };
    }

    private Message plain(String name, Values values) throws Unable {
        return switch (name) {
            case "DO_CHANGE_SPEED" -> Cmd.of(Cmd.DO_CHANGE_SPEED, 1, values.number("speed_mps"), -1);
            case "DO_SET_MISSION_CURRENT" ->
                Cmd.of(Cmd.DO_SET_MISSION_CURRENT, dialect.sequence((int) values.number("waypoint")));
            case "DO_SET_HOME" -> Cmd.of(Cmd.DO_SET_HOME, 1);
            case "DO_SET_RELAY" -> Cmd.of(Cmd.DO_SET_RELAY, values.number("relay"), values.flag("on") ? 1 : 0);
            case "DO_GRIPPER" -> gripper(values.word("action"));
            case "IMAGE_START_CAPTURE" -> Cmd.of(Cmd.IMAGE_START_CAPTURE, 0, 0, 1);
            case "VIDEO_START_CAPTURE" -> Cmd.of(Cmd.VIDEO_START_CAPTURE);
            case "VIDEO_STOP_CAPTURE" -> Cmd.of(Cmd.VIDEO_STOP_CAPTURE);
            case "DO_GIMBAL_MANAGER_PITCHYAW" ->
                Cmd.of(Cmd.DO_GIMBAL_MANAGER_PITCHYAW, values.number("pitch_deg"), 0, Double.NaN, Double.NaN);
            default -> throw new Unable(AckResult.UNSUPPORTED, name);
        };
    }

    /** What acts anew each time it is heard is sent once. */
    private static boolean actsAnew(VehicleCommand command) {
        return switch (command.name()) {
            case "DO_GRIPPER", "DO_WINCH", "NAV_TAKEOFF", "IMAGE_START_CAPTURE" -> true;
            case "CONDITION_YAW" -> Boolean.TRUE.equals(command.params().get("relative"));
            default -> false;
        };
    }

    private static Message gripper(String action) throws Unable {
        if (!"release".equals(action)) {
            throw new Unable(AckResult.UNSUPPORTED, "DO_GRIPPER " + action);
        }
        return Cmd.of(Cmd.DO_GRIPPER, 1, 0);
    }

    private static List<Message> arm(Values values) throws Unable {
        if (!values.flag("arm")) {
            throw new Unable(AckResult.DENIED, "disarm by the controller only");
        }
        return List.of(Cmd.of(Cmd.COMPONENT_ARM_DISARM, 1));
    }

    abstract List<Message> takeOff(double heightM, VehicleState state, @Nullable Double homeAmslM) throws Unable;

    /** @param target heightM is above home */
    abstract List<Message> reposition(Target target, @Nullable Double homeAmslM) throws Unable;

    abstract List<Message> yaw(Values values, VehicleState state) throws Unable;

    abstract List<Message> pause();

    abstract List<Message> proceed() throws Unable;

    abstract List<Message> startMission() throws Unable;

    abstract List<Message> mode(String name) throws Unable;

    abstract List<Message> winch(Values values, VehicleState state) throws Unable;

    final int number(String mode) throws Unable {
        OptionalInt number = dialect.mode(mode);
        if (number.isEmpty()) {
            throw new Unable(AckResult.UNSUPPORTED, "unknown mode " + mode);
        }
        return number.getAsInt();
    }

    /** Where to fly. */
    record Target(double lat, double lon, double heightM) {}

    private static Target target(Values values, VehicleState state) throws Unable {
        double lat = known("position", state.lat());
        double lon = known("position", state.lon());
        double heightM = values.has("alt_m") ? values.number("alt_m") : known("height", state.altM());
        if (!values.has("direction")) {
            return new Target(lat, lon, heightM);
        }
        double metres = values.number("distance_m");
        double bearingDeg = bearingDeg(values.word("direction"), state);
        return new Target(Earth.lat(lat, metres, bearingDeg), Earth.lon(lat, lon, metres, bearingDeg), heightM);
    }

    private static double bearingDeg(String direction, VehicleState state) throws Unable {
        Integer absolute = BEARINGS.get(direction);
        if (absolute != null) {
            return absolute;
        }
        Integer offNose = OFF_NOSE.get(direction);
        if (offNose == null) {
            throw new Unable(AckResult.DENIED, "direction: expected one of the compass or of the nose");
        }
        return known("heading", state.headingDeg()) + offNose;
    }

    static double known(String what, @Nullable Double value) throws Unable {
        if (value == null) {
            throw new Unable(AckResult.TEMPORARILY_REJECTED, what + " unknown");
        }
        return value;
    }

    /** The heading that a turn ends at, 0 to 360. */
    static double headingDeg(Values values, VehicleState state) throws Unable {
        if (!values.flag("relative")) {
            return values.number("heading_deg");
        }
        double sign = "left".equals(values.word("direction")) ? -1 : 1;
        double deg = known("heading", state.headingDeg()) + sign * values.number("angle_deg");
        return (deg % 360 + 360) % 360;
    }
}
