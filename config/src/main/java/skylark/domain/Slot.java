package skylark.domain;

import java.util.Locale;

/** The typed values an utterance can carry; SI units whatever was spoken. */
public enum Slot {
    METRES,
    DEGREES,
    MPS,
    WAYPOINT,
    DIRECTION,
    REFERENCE,
    LEVEL,
    STATE,
    WHAT;

    /** The key in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
