package skylark.pipeline;

import java.util.Locale;

/** The work on a reply that is timed, in the order of the data's way. */
public enum Span {
    UNDERSTAND,
    TOKENIZE,
    GENERATE,
    SYNTHESISE,
    PLAY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
