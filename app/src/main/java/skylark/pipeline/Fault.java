package skylark.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import skylark.domain.BadInputException;

/**
 * Something wrong with one stage, put there on purpose.
 *
 * @param ms by how much each message takes longer, when slow
 */
public record Fault(String stage, Kind kind, int ms) {

    /** In what way a stage fails. */
    public enum Kind {
        /** Each message takes longer. */
        SLOW,
        /** It never comes back from the next message, whatever anybody asks of it. */
        HUNG,
        /** It throws. */
        CRASHED,
        /** It sends everything over and over. */
        FLOODING,
        /** It does not take what waits for it. */
        STARVED,
        /** It sends what is not true. */
        LYING;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST_MS = 60_000;

    public Fault(String stage, Kind kind) {
        this(stage, kind, StageLimits.slowMs(stage));
    }

    /** The stages that can be made to fail, in the order of the sound. */
    public static List<String> stages() {
        return StageLimits.STAGES;
    }

    /** In what ways, as they are written. */
    public static List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::wireName).toList();
    }

    /**
     * Reads {@code STAGE:KIND} or {@code STAGE:KIND:MS}.
     *
     * @throws BadInputException which says what was expected
     */
    public static Fault parse(String text, String where) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        if (parts.size() < 2 || parts.size() > 3) {
            throw new BadInputException(where + ": expected STAGE:KIND or STAGE:KIND:MS, got '" + text + "'");
        }
        String stage = parts.get(0);
        if (!stages().contains(stage)) {
            throw new BadInputException(where + ": expected a stage of " + stages() + ", got '" + stage + "'");
        }
        Kind kind = kind(parts.get(1), where);
        return parts.size() == 2 ? new Fault(stage, kind) : new Fault(stage, kind, ms(parts.get(2), where));
    }

    private static Kind kind(String name, String where) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new BadInputException(where + ": expected a fault of " + kinds() + ", got '" + name + "'"));
    }

    private static int ms(String text, String where) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MOST_MS) {
            throw new BadInputException(where + ": expected 1 to " + MOST_MS + " ms, got '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    @Override
    public String toString() {
        return stage + ":" + kind.wireName() + (kind == Kind.SLOW ? ":" + ms : "");
    }
}
