package skylark.replay;

import java.util.Locale;

/** Whether the reply that was prepared ahead of the commit was the one that was needed. */
public enum Speculation {
    HIT,
    MISS;

    /** The name in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
