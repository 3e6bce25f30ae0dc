package skylark.replay.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, and as SVG wants them. */
public final class Figure {
    static final String NONE = "\u2013";

    private Figure() {}

    /** Three digits at most where that says enough: 0.42, 8.3, 131, 1204. */
    public static String of(@Nullable Double value) {
        if (value == null || value.isNaN()) {
            return NONE;
        }
        double size = Math.abs(value);
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(
                Locale.ROOT,
                size < 1 && size * 10 != Math.rint(size * 10) ? "%.2f" : size < 10 ? "%.1f" : "%.0f",
                value);
    }

    /** A share in percent, which near 100 needs its decimal. */
    public static String percent(double value) {
        boolean whole = value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", value);
    }

    /** A length for SVG. */
    public static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
