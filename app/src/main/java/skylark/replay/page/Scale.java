package skylark.replay.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis.
 *
 * @param from first value, drawn at {@code leftPx}
 * @param to last value, drawn at {@code rightPx}
 */
public record Scale(double from, double to, double leftPx, double rightPx) {
    public Scale {
        if (!(to > from)) {
            throw new IllegalArgumentException("expected an axis that rises, got " + from + " to " + to);
        }
    }

    /** Where a value is drawn. */
    public double px(double value) {
        return leftPx + (value - from) / (to - from) * (rightPx - leftPx);
    }

    /** The same, kept on the axis. */
    double clampedPx(double value) {
        return px(Math.max(from, Math.min(to, value)));
    }

    /** Round values, about {@code wanted} of them. */
    public List<Double> ticks(int wanted) {
        double step = niceStep((to - from) / wanted);
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(from / step); k * step <= to + step * 1e-9; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, at or above {@code atLeast}. */
    public static double niceStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double digit = atLeast / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
