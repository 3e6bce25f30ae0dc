package skylark.domain;

import static skylark.domain.RiskClass.C;
import static skylark.domain.RiskClass.D;
import static skylark.domain.RiskClass.Q;
import static skylark.domain.RiskClass.R;
import static skylark.domain.RiskClass.S;
import static skylark.domain.RiskClass.X;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The closed list of what an operator can mean. An utterance is exactly one of these. */
public enum Intent {
    STOP("stop", S),
    SILENCE("silence", S),
    CANCEL("cancel", S),
    QUERY_BATTERY("query.battery", Q),
    QUERY_FLIGHT_TIME("query.flight_time", Q),
    QUERY_ALTITUDE("query.altitude", Q),
    QUERY_SPEED("query.speed", Q),
    QUERY_POSITION("query.position", Q),
    QUERY_HEADING("query.heading", Q),
    QUERY_HOME_DISTANCE("query.home_distance", Q),
    QUERY_ETA("query.eta", Q),
    QUERY_WIND("query.wind", Q),
    QUERY_GPS("query.gps", Q),
    QUERY_LINK("query.link", Q),
    QUERY_MISSION("query.mission", Q),
    QUERY_PAYLOAD("query.payload", Q),
    QUERY_MODE("query.mode", Q),
    QUERY_HEALTH("query.health", Q),
    QUERY_STATUS("query.status", Q),
    QUERY_MISSED("query.missed", Q),
    RESUME("resume", R),
    RETURN_HOME("return_home", R),
    CLIMB("climb", R, List.of(Slot.METRES)),
    DESCEND("descend", R, List.of(Slot.METRES)),
    MOVE("move", R, List.of(Slot.DIRECTION, Slot.METRES)),
    TURN("turn", R, List.of(Slot.DIRECTION, Slot.DEGREES)),
    /** A direction or a heading: see {@link #missing}. */
    FACE("face", R),
    SET_SPEED("set_speed", R, List.of(Slot.MPS)),
    PHOTO("photo", R),
    VIDEO("video", R, List.of(Slot.STATE)),
    LIGHT("light", R, List.of(Slot.STATE)),
    GIMBAL("gimbal", R, List.of(Slot.DIRECTION)),
    ARM("arm", C),
    TAKEOFF("takeoff", C),
    LAND("land", C),
    RELEASE_PACKAGE("release_package", C),
    WINCH_LOWER("winch_lower", C),
    WINCH_RAISE("winch_raise", C),
    START_MISSION("start_mission", C),
    GOTO_WAYPOINT("goto_waypoint", C, List.of(Slot.WAYPOINT)),
    SET_HOME("set_home", C),
    EXCLUDED("excluded", X),
    CONFIRM("confirm", D),
    DENY("deny", D),
    SAY_AGAIN("say_again", D),
    VERBOSITY("verbosity", D, List.of(Slot.LEVEL)),
    VOLUME("volume", D, List.of(Slot.DIRECTION)),
    GREET("greet", D),
    THANKS("thanks", D),
    IDENTIFY("identify", D),
    HELP("help", D),
    OUT_OF_SCOPE("out_of_scope", D);

    private static final Map<String, Intent> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Intent::wireName, Function.identity()));

    private final String wireName;
    private final RiskClass riskClass;
    private final List<Slot> required;

    Intent(String wireName, RiskClass riskClass) {
        this(wireName, riskClass, List.of());
    }

    Intent(String wireName, RiskClass riskClass, List<Slot> required) {
        this.wireName = wireName;
        this.riskClass = riskClass;
        this.required = required;
    }

    /** The name in JSON, in MQTT topics and in the training data, such as {@code query.battery}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The class of the catalogue; the gate may make it stricter or milder for the state of the moment. */
    public RiskClass riskClass() {
        return riskClass;
    }

    /** Whether carrying it out changes what the vehicle does (classes R and C, and the safing {@code stop}). */
    public boolean isCommand() {
        return riskClass == R || riskClass == C || this == STOP;
    }

    /** The required slots that {@code slots} lacks, in the order in which they are asked for. */
    public List<Slot> missing(Slots slots) {
        var present = slots.present();
        if (this == FACE) {
            boolean given = present.contains(Slot.DIRECTION) || present.contains(Slot.DEGREES);
            return given ? List.of() : List.of(Slot.DIRECTION);
        }
        return required.stream().filter(slot -> !present.contains(slot)).toList();
    }

    public static Optional<Intent> byName(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }
}
