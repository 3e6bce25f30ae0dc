package skylark.telemetry.announce;

import java.util.Locale;

/** What became of something that could have been announced. */
public enum Fate {
    SPOKEN,
    /** Cut short while it was being spoken. */
    INTERRUPTED,
    /** A newer one on the same subject took its place. */
    SUPERSEDED,
    EXPIRED,
    NO_LONGER_TRUE,
    MUTED,
    /** The operator has it from a reply, or from another announcement. */
    SAID_ALREADY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
