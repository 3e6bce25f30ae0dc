package skylark.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the gate made of an utterance. */
public enum Decision {
    ANSWER,
    EXECUTE,
    CHALLENGE,
    REFUSE,
    REJECT,
    ASK_SLOT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
