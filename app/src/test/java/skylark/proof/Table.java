package skylark.proof;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/** The tables of the safety chapter: class, preconditions, envelope, phrase and command of every intent. */
final class Table {
    static final Map<Intent, String> PHRASES = Map.of(
            Intent.RETURN_HOME, "confirm return",
            Intent.ARM, "confirm arming",
            Intent.TAKEOFF, "confirm takeoff",
            Intent.LAND, "confirm landing",
            Intent.RELEASE_PACKAGE, "confirm release",
            Intent.WINCH_LOWER, "confirm winch",
            Intent.WINCH_RAISE, "confirm winch",
            Intent.START_MISSION, "confirm mission",
            Intent.GOTO_WAYPOINT, "confirm waypoint",
            Intent.SET_HOME, "confirm home");
    private static final Set<Intent> REVERSIBLE = Set.of(
            Intent.RESUME,
            Intent.RETURN_HOME,
            Intent.CLIMB,
            Intent.DESCEND,
            Intent.MOVE,
            Intent.TURN,
            Intent.FACE,
            Intent.SET_SPEED,
            Intent.PHOTO,
            Intent.VIDEO,
            Intent.LIGHT,
            Intent.GIMBAL);
    private static final Set<Intent> TAKES_BACK = Set.of(Intent.DENY, Intent.CANCEL);

    private Table() {}

    static boolean takesBack(Intent intent) {
        return TAKES_BACK.contains(intent);
    }

    /** R, C, or - for what is no command by itself. */
    static char classOf(Intent intent, VehicleState state) {
        if (intent == Intent.RETURN_HOME) {
            return state.winchM() != null && state.winchM() > 0 ? 'C' : 'R';
        }
        if (intent == Intent.LAND) {
            return state.homeM() != null && state.homeM() <= 10 ? 'R' : 'C';
        }
        return REVERSIBLE.contains(intent) ? 'R' : PHRASES.containsKey(intent) ? 'C' : '-';
    }

    /** An unknown precondition is a failed one. */
    static boolean mayIn(Intent intent, VehicleState s) {
        boolean fix = s.gpsFix() != null && s.gpsFix() >= 3;
        boolean air = "air".equals(s.landed());
        boolean ground = "ground".equals(s.landed());
        boolean armed = Boolean.TRUE.equals(s.armed());
        boolean steady = s.speedMps() != null && s.speedMps() <= 1;
        boolean battery = s.batteryPct() != null && s.batteryPct() >= 30;
        boolean mission = s.waypoints() != null && s.waypoints() >= 1;
        return switch (intent) {
            case RESUME, RETURN_HOME -> armed && air;
            case CLIMB, DESCEND, MOVE -> air && fix;
            case TURN, FACE, SET_SPEED, LAND -> air;
            case PHOTO, VIDEO, LIGHT, GIMBAL -> true;
            case ARM -> ground && s.health() != null && s.health().isEmpty();
            case TAKEOFF -> ground && armed && fix && battery;
            case RELEASE_PACKAGE ->
                "attached".equals(s.payload()) && (ground || air && steady && s.altM() != null && s.altM() <= 10);
            case WINCH_LOWER, WINCH_RAISE -> air && steady;
            case START_MISSION -> armed && mission && battery;
            case GOTO_WAYPOINT -> air && mission;
            case SET_HOME -> fix;
            default -> false;
        };
    }

    static boolean inEnvelope(Intent intent, Slots slots, VehicleState s) {
        return switch (intent) {
            case CLIMB -> heightFits(slots, s, +1);
            case DESCEND -> heightFits(slots, s, -1);
            case MOVE ->
                "up".equals(slots.direction())
                        ? heightFits(slots.withReference("by"), s, +1)
                        : "down".equals(slots.direction())
                                ? heightFits(slots.withReference("by"), s, -1)
                                : slots.direction() != null && within(slots.metres(), 1, 50);
            case TURN ->
                within(slots.degrees(), 1, 360)
                        && ("left".equals(slots.direction()) || "right".equals(slots.direction()));
            case FACE -> slots.degrees() == null ? slots.direction() != null : within(slots.degrees(), 0, 360);
            case SET_SPEED -> within(slots.mps(), 0.5, 15);
            case TAKEOFF -> slots.metres() == null || within(slots.metres(), 2, 50);
            case WINCH_LOWER -> slots.metres() == null || within(slots.metres(), 1, 20);
            case GOTO_WAYPOINT ->
                slots.waypoint() != null
                        && s.waypoints() != null
                        && within((double) slots.waypoint(), 1, s.waypoints());
            case VIDEO, LIGHT -> slots.state() != null;
            case GIMBAL -> Set.of("up", "down", "forward").contains(String.valueOf(slots.direction()));
            default -> true;
        };
    }

    private static boolean heightFits(Slots slots, VehicleState s, int sign) {
        if ("to".equals(slots.reference())) {
            return within(slots.metres(), 2, 120);
        }
        return within(slots.metres(), 1, 50) && s.altM() != null && within(s.altM() + sign * slots.metres(), 2, 120);
    }

    private static boolean within(@Nullable Double value, double low, double high) {
        return value != null && value >= low && value <= high;
    }

    /** What the vehicle is to be told, as text that can be compared; only for what may be done. */
    static String command(Intent intent, Slots slots, VehicleState s) {
        return switch (intent) {
            case RESUME -> pausable(s) ? "DO_PAUSE_CONTINUE{continue=1}" : "DO_SET_MODE{mode=AUTO}";
            case RETURN_HOME -> "NAV_RETURN_TO_LAUNCH{}";
            case CLIMB -> height(slots, s, +1);
            case DESCEND -> height(slots, s, -1);
            case MOVE ->
                "up".equals(slots.direction())
                        ? height(slots.withReference("by"), s, +1)
                        : "down".equals(slots.direction())
                                ? height(slots.withReference("by"), s, -1)
                                : "DO_REPOSITION{direction=" + slots.direction() + ", distance_m=" + slots.metres()
                                        + "}";
            case TURN ->
                "CONDITION_YAW{angle_deg=" + slots.degrees() + ", direction=" + slots.direction() + ", relative=true}";
            case FACE -> face(slots);
            case SET_SPEED -> "DO_CHANGE_SPEED{speed_mps=" + slots.mps() + "}";
            case PHOTO -> "IMAGE_START_CAPTURE{count=1}";
            case VIDEO -> "on".equals(slots.state()) ? "VIDEO_START_CAPTURE{}" : "VIDEO_STOP_CAPTURE{}";
            case LIGHT -> "DO_SET_RELAY{on=" + ("on".equals(slots.state()) ? 1 : 0) + ", relay=0}";
            case GIMBAL ->
                "DO_GIMBAL_MANAGER_PITCHYAW{pitch_deg="
                        + Map.of("up", 30, "down", -90, "forward", 0).get(slots.direction()) + "}";
            case ARM -> "COMPONENT_ARM_DISARM{arm=1}";
            case TAKEOFF -> "NAV_TAKEOFF{alt_m=" + (slots.metres() == null ? 10.0 : slots.metres()) + "}";
            case LAND -> "NAV_LAND{}";
            case RELEASE_PACKAGE -> "DO_GRIPPER{action=release}";
            case WINCH_LOWER ->
                "DO_WINCH{action=lower, length_m=" + (slots.metres() == null ? 5.0 : slots.metres()) + "}";
            case WINCH_RAISE -> "DO_WINCH{action=retract}";
            case START_MISSION -> "MISSION_START{}";
            case GOTO_WAYPOINT -> "DO_SET_MISSION_CURRENT{waypoint=" + slots.waypoint() + "}";
            case SET_HOME -> "DO_SET_HOME{current=1}";
            default -> "nothing";
        };
    }

    static String hold(VehicleState s) {
        return pausable(s) ? "DO_PAUSE_CONTINUE{continue=0}" : "DO_SET_MODE{mode=BRAKE}";
    }

    /** What takes {@code intent} back; null when there is nothing to take back. */
    static @Nullable String undo(Intent intent, Slots slots, VehicleState before, VehicleState now) {
        Double heading = before.headingDeg();
        return switch (intent) {
            case PHOTO -> null;
            case VIDEO, LIGHT -> command(intent, slots.withState("on".equals(slots.state()) ? "off" : "on"), now);
            case GIMBAL -> command(Intent.GIMBAL, Slots.ofDirection("forward"), now);
            case TURN, FACE -> heading == null ? hold(now) : command(Intent.FACE, Slots.NONE.withDegrees(heading), now);
            default -> hold(now);
        };
    }

    static String text(VehicleCommand command) {
        return command.name() + new TreeMap<>(command.params());
    }

    private static String face(Slots slots) {
        if (slots.degrees() != null) {
            return "CONDITION_YAW{heading_deg=" + slots.degrees() % 360 + ", relative=false}";
        }
        return switch (String.valueOf(slots.direction())) {
            case "north" -> "CONDITION_YAW{heading_deg=0.0, relative=false}";
            case "east" -> "CONDITION_YAW{heading_deg=90.0, relative=false}";
            case "south" -> "CONDITION_YAW{heading_deg=180.0, relative=false}";
            case "west" -> "CONDITION_YAW{heading_deg=270.0, relative=false}";
            case "left" -> "CONDITION_YAW{angle_deg=90.0, direction=left, relative=true}";
            case "right" -> "CONDITION_YAW{angle_deg=90.0, direction=right, relative=true}";
            case "back" -> "CONDITION_YAW{angle_deg=180.0, direction=right, relative=true}";
            default -> "nothing";
        };
    }

    private static String height(Slots slots, VehicleState s, int sign) {
        double metres = slots.metres() == null ? Double.NaN : slots.metres();
        double altM = s.altM() == null ? Double.NaN : s.altM();
        return "DO_REPOSITION{alt_m=" + ("to".equals(slots.reference()) ? metres : altM + sign * metres) + "}";
    }

    private static boolean pausable(VehicleState s) {
        return "AUTO".equals(s.mode()) || "GUIDED".equals(s.mode());
    }
}
