package skylark.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the words of a reply came from. */
public enum ReplySource {
    /** Decoded by the language model for this turn, ahead of time or not. */
    GENERATED,
    TEMPLATE,
    CACHED,
    /** Said because the reply was late or could not be made. */
    FALLBACK;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
