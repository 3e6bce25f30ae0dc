package skylark.replay;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and numbers cut to columns, coloured where the terminal takes it. Immutable. */
final class Ink {
    static final String GOOD = "32";
    static final String BAD = "31";
    static final String NOTE = "36";
    static final String FAINT = "2";

    private final Terminal terminal;

    Ink(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Exactly {@code columns} wide; what does not fit ends in an ellipsis. */
    String column(String text, int columns) {
        String clean = clean(text);
        if (clean.length() <= columns) {
            return clean + " ".repeat(columns - clean.length());
        }
        String ellipsis = terminal.unicode() ? "\u2026" : "...";
        return clean.substring(0, columns - ellipsis.length()) + ellipsis;
    }

    String colour(String style, String text) {
        return terminal.colour() ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }

    String arrow() {
        return terminal.unicode() ? "\u2192" : "->";
    }

    String atMost() {
        return terminal.unicode() ? "\u2264" : "<=";
    }

    String atLeast() {
        return terminal.unicode() ? "\u2265" : ">=";
    }

    /** A number in a few digits; a dash for none. */
    String number(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        boolean whole = Math.abs(value) >= 100 || value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f" : Math.abs(value) < 1 ? "%.2f" : "%.1f", value);
    }

    /** What was heard or read must not be able to steer the terminal. */
    String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean shown = !Character.isISOControl(c) && (terminal.unicode() || c < 0x80);
            clean.appendCodePoint(shown ? c : Character.isISOControl(c) ? ' ' : '?');
        });
        return clean.toString();
    }
}
