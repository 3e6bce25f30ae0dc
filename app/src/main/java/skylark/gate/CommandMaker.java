package skylark.gate;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import skylark.config.SafetySettings;
import skylark.domain.Slots;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/** Makes the command of one intent, in the words of MAVLink; asked only after preconditions and envelope. */
interface CommandMaker {
    VehicleCommand make(Slots slots, VehicleState state, SafetySettings limits);

    static CommandMaker plain(String name, Map<String, Object> params) {
        VehicleCommand command = new VehicleCommand(name, params);
        return (slots, state, limits) -> command;
    }

    CommandMaker CLIMB = (slots, state, limits) -> height(slots, state, +1);
    CommandMaker DESCEND = (slots, state, limits) -> height(slots, state, -1);
    CommandMaker MOVE = (slots, state, limits) -> switch (said(slots.direction())) {
        case "up" -> height(slots.withReference("by"), state, +1);
        case "down" -> height(slots.withReference("by"), state, -1);
        default ->
            new VehicleCommand(
                    "DO_REPOSITION", Map.of("direction", said(slots.direction()), "distance_m", said(slots.metres())));
    };
    CommandMaker TURN = (slots, state, limits) -> yawBy(said(slots.degrees()), said(slots.direction()));
    CommandMaker FACE = (slots, state, limits) -> face(slots);
    CommandMaker SPEED =
            (slots, state, limits) -> new VehicleCommand("DO_CHANGE_SPEED", Map.of("speed_mps", said(slots.mps())));
    CommandMaker TAKEOFF = (slots, state, limits) -> new VehicleCommand(
            "NAV_TAKEOFF", Map.of("alt_m", Objects.requireNonNullElse(slots.metres(), limits.takeoffDefaultM())));
    CommandMaker WINCH_LOWER = (slots, state, limits) -> new VehicleCommand(
            "DO_WINCH",
            Map.of("action", "lower", "length_m", Objects.requireNonNullElse(slots.metres(), limits.winchDefaultM())));
    CommandMaker WAYPOINT = (slots, state, limits) ->
            new VehicleCommand("DO_SET_MISSION_CURRENT", Map.of("waypoint", said(slots.waypoint())));
    CommandMaker VIDEO = (slots, state, limits) ->
            VehicleCommand.of("on".equals(slots.state()) ? "VIDEO_START_CAPTURE" : "VIDEO_STOP_CAPTURE");
    CommandMaker GIMBAL = (slots, state, limits) ->
            new VehicleCommand("DO_GIMBAL_MANAGER_PITCHYAW", Map.of("pitch_deg", pitchDeg(said(slots.direction()))));
    CommandMaker HOLD = (slots, state, limits) -> pausable(state)
            ? new VehicleCommand("DO_PAUSE_CONTINUE", Map.of("continue", 0))
            : new VehicleCommand("DO_SET_MODE", Map.of("mode", "BRAKE"));
    CommandMaker RESUME = (slots, state, limits) -> pausable(state)
            ? new VehicleCommand("DO_PAUSE_CONTINUE", Map.of("continue", 1))
            : new VehicleCommand("DO_SET_MODE", Map.of("mode", "AUTO"));

    /** @param relay counted from 0 */
    static CommandMaker light(int relay) {
        return (slots, state, limits) ->
                new VehicleCommand("DO_SET_RELAY", Map.of("relay", relay, "on", "on".equals(slots.state()) ? 1 : 0));
    }

    /** Turns to a compass heading. */
    static VehicleCommand yawTo(double headingDeg) {
        double turn = headingDeg % 360;
        return new VehicleCommand(
                "CONDITION_YAW", Map.of("heading_deg", turn < 0 ? turn + 360 : turn, "relative", false));
    }

    /** DO_PAUSE_CONTINUE fails in every other mode. */
    private static boolean pausable(VehicleState state) {
        return "AUTO".equals(state.mode()) || "GUIDED".equals(state.mode());
    }

    private static VehicleCommand height(Slots slots, VehicleState state, int sign) {
        double metres = said(slots.metres());
        double targetM = "to".equals(slots.reference()) ? metres : said(state.altM()) + sign * metres;
        return new VehicleCommand("DO_REPOSITION", Map.of("alt_m", targetM));
    }

    private static VehicleCommand yawBy(double angleDeg, String direction) {
        return new VehicleCommand(
                "CONDITION_YAW", Map.of("angle_deg", angleDeg, "direction", direction, "relative", true));
    }

    private static VehicleCommand face(Slots slots) {
        if (slots.degrees() != null) {
            return yawTo(slots.degrees());
        }
        return switch (said(slots.direction())) {
            case "north" -> yawTo(0);
            case "east" -> yawTo(90);
            case "south" -> yawTo(180);
            case "west" -> yawTo(270);
            case "left" -> yawBy(90, "left");
            case "right" -> yawBy(90, "right");
            default -> yawBy(180, "right");
        };
    }

    private static int pitchDeg(String direction) {
        return switch (direction) {
            case "up" -> 30;
            case "down" -> -90;
            default -> 0;
        };
    }

    private static <T> T said(@Nullable T slot) {
        return Objects.requireNonNull(slot, "a required slot or value is missing behind the gate");
    }
}
