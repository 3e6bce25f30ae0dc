package skylark.replay;

import java.util.Collection;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, over many turns. Milliseconds, exact to 0.1 %; null where there is no value.
 *
 * @param n how many values
 */
public record Percentiles(
        int n, @Nullable Double p50, @Nullable Double p95, @Nullable Double p99, @Nullable Double max) {

    public static final Percentiles NONE = new Percentiles(0, null, null, null, null);

    private static final int SIGNIFICANT_DIGITS = 3;

    /** @param valuesMs none negative */
    public static Percentiles of(Collection<Double> valuesMs) {
        if (valuesMs.isEmpty()) {
            return NONE;
        }
        Histogram micros = new Histogram(SIGNIFICANT_DIGITS);
        micros.setAutoResize(true);
        valuesMs.forEach(ms -> micros.recordValue(Math.round(ms * 1e3)));
        return new Percentiles(valuesMs.size(), at(micros, 50), at(micros, 95), at(micros, 99), at(micros, 100));
    }

    private static double at(Histogram micros, double percentile) {
        return Math.min(micros.getValueAtPercentile(percentile), micros.getMaxValue()) / 1e3;
    }
}
