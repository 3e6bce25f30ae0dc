package skylark.gate;

import static skylark.gate.Precondition.ARMED;
import static skylark.gate.Precondition.BATTERY_ENOUGH;
import static skylark.gate.Precondition.DISARMED;
import static skylark.gate.Precondition.FIX_3D;
import static skylark.gate.Precondition.HEIGHT_KNOWN;
import static skylark.gate.Precondition.IN_AIR;
import static skylark.gate.Precondition.MISSION_LOADED;
import static skylark.gate.Precondition.ON_GROUND;
import static skylark.gate.Precondition.PAYLOAD_ATTACHED;
import static skylark.gate.Precondition.READY_TO_ARM;
import static skylark.gate.Precondition.RELEASE_PLACE;
import static skylark.gate.Precondition.STEADY;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;

/**
 * The table of every command: what must hold, which values it takes, how it is confirmed, what the vehicle is told.
 * Preconditions stand in the order in which they are spoken.
 */
final class RuleBook {
    private final Map<Intent, Rule> rules = new EnumMap<>(Intent.class);

    /** @param lightRelay -1 when no lights are fitted */
    RuleBook(int lightRelay) {
        put(Intent.STOP, List.of(), Envelope.NONE, CommandMaker.HOLD);
        put(Intent.RESUME, List.of(IN_AIR, ARMED), Envelope.NONE, CommandMaker.RESUME);
        put(
                Intent.RETURN_HOME,
                List.of(IN_AIR, ARMED),
                Envelope.NONE,
                CommandMaker.plain("NAV_RETURN_TO_LAUNCH", Map.of()),
                "confirm return");
        put(Intent.CLIMB, List.of(IN_AIR, FIX_3D, HEIGHT_KNOWN), Envelope.CLIMB, CommandMaker.CLIMB);
        put(Intent.DESCEND, List.of(IN_AIR, FIX_3D, HEIGHT_KNOWN), Envelope.DESCEND, CommandMaker.DESCEND);
        put(Intent.MOVE, List.of(IN_AIR, FIX_3D), Envelope.MOVE, CommandMaker.MOVE);
        put(Intent.TURN, List.of(IN_AIR), Envelope.TURN, CommandMaker.TURN);
        put(Intent.FACE, List.of(IN_AIR), Envelope.FACE, CommandMaker.FACE);
        put(Intent.SET_SPEED, List.of(IN_AIR), Envelope.SPEED, CommandMaker.SPEED);
        put(Intent.PHOTO, List.of(), Envelope.NONE, CommandMaker.plain("IMAGE_START_CAPTURE", Map.of("count", 1)));
        put(Intent.VIDEO, List.of(), Envelope.NONE, CommandMaker.VIDEO);
        put(Intent.GIMBAL, List.of(), Envelope.NONE, CommandMaker.GIMBAL);
        if (lightRelay >= 0) {
            put(Intent.LIGHT, List.of(), Envelope.NONE, CommandMaker.light(lightRelay));
        }
        put(
                Intent.ARM,
                List.of(ON_GROUND, DISARMED, READY_TO_ARM),
                Envelope.NONE,
                CommandMaker.plain("COMPONENT_ARM_DISARM", Map.of("arm", 1)),
                "confirm arming");
        put(
                Intent.TAKEOFF,
                List.of(ON_GROUND, ARMED, FIX_3D, BATTERY_ENOUGH),
                Envelope.TAKEOFF,
                CommandMaker.TAKEOFF,
                "confirm takeoff");
        put(Intent.LAND, List.of(IN_AIR), Envelope.NONE, CommandMaker.plain("NAV_LAND", Map.of()), "confirm landing");
        put(
                Intent.RELEASE_PACKAGE,
                List.of(PAYLOAD_ATTACHED, RELEASE_PLACE),
                Envelope.NONE,
                CommandMaker.plain("DO_GRIPPER", Map.of("action", "release")),
                "confirm release");
        put(Intent.WINCH_LOWER, List.of(IN_AIR, STEADY), Envelope.WINCH, CommandMaker.WINCH_LOWER, "confirm winch");
        put(
                Intent.WINCH_RAISE,
                List.of(IN_AIR, STEADY),
                Envelope.NONE,
                CommandMaker.plain("DO_WINCH", Map.of("action", "retract")),
                "confirm winch");
        put(
                Intent.START_MISSION,
                List.of(MISSION_LOADED, ARMED, BATTERY_ENOUGH),
                Envelope.NONE,
                CommandMaker.plain("MISSION_START", Map.of()),
                "confirm mission");
        put(
                Intent.GOTO_WAYPOINT,
                List.of(IN_AIR, MISSION_LOADED),
                Envelope.WAYPOINT,
                CommandMaker.WAYPOINT,
                "confirm waypoint");
        put(
                Intent.SET_HOME,
                List.of(FIX_3D),
                Envelope.NONE,
                CommandMaker.plain("DO_SET_HOME", Map.of("current", 1)),
                "confirm home");
    }

    /** The rule of a command; null when nothing is fitted that could carry it out. */
    @Nullable Rule of(Intent intent) {
        return rules.get(intent);
    }

    Rule known(Intent intent) {
        return Objects.requireNonNull(of(intent), intent::wireName);
    }

    private void put(Intent intent, List<Precondition> preconditions, Envelope envelope, CommandMaker commands) {
        rules.put(intent, new Rule(preconditions, envelope, null, commands));
    }

    private void put(
            Intent intent, List<Precondition> preconditions, Envelope envelope, CommandMaker commands, String phrase) {
        rules.put(intent, new Rule(preconditions, envelope, phrase, commands));
    }
}
