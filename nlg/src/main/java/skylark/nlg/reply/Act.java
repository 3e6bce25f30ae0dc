package skylark.nlg.reply;

import java.util.Locale;

/** What a reply does. */
public enum Act {
    ANSWER,
    EXECUTE,
    CHALLENGE,
    REFUSE,
    REJECT,
    ASK_SLOT,
    ANNOUNCE;

    /** The name in the prompt. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
