package skylark.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something was refused, rejected or asked for: a closed list, so that each has words of its own. */
public enum Reason {
    NOT_ARMED,
    ALREADY_ARMED,
    NOT_READY_TO_ARM,
    NOT_IN_AIR,
    NOT_ON_GROUND,
    NO_FIX,
    FAILSAFE_ACTIVE,
    PILOT_HAS_CONTROL,
    TOO_HIGH,
    TOO_FAST,
    NO_PAYLOAD,
    BATTERY_LOW,
    NO_MISSION,
    /** A slot lies outside its envelope; the reply states the limit. */
    OUT_OF_RANGE,
    /** A precondition is unknown, and an unknown one is a failed one. */
    STATE_UNKNOWN,
    BUSY,
    EXCLUDED,
    NOT_CONFIGURED,
    /** A confirmation while no challenge is open. */
    NOTHING_TO_CONFIRM,
    /** A confirmation with other words than the challenge's own phrase. */
    WRONG_PHRASE,
    CHALLENGE_CANCELLED,
    NOT_UNDERSTOOD,
    /** The second time in a row: say again, with a hint. */
    NOT_UNDERSTOOD_AGAIN,
    OUT_OF_SCOPE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
