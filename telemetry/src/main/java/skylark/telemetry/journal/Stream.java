package skylark.telemetry.journal;

import java.util.Locale;

/** A sequence of records that is numbered without gaps, so that a loss can be seen. */
public enum Stream {
    EVENT,
    ALERT,
    DIALOG;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
