package skylark.bench.compare;

import java.util.Arrays;

/**
 * What many values are summed up in.
 *
 * @param quantile 0 to 1; negative for the mean by weight
 * @param fewest values that it says anything of
 */
public record Statistic(double quantile, int fewest) {
    /** Half are less. */
    public static final Statistic MEDIAN = new Statistic(0.5, 5);
    /** One in twenty is more. */
    public static final Statistic P95 = new Statistic(0.95, 20);
    /** One in a hundred is more. */
    public static final Statistic P99 = new Statistic(0.99, 100);
    /** So much of how much there could be. */
    public static final Statistic SHARE = new Statistic(-1, 20);

    /** Of the first {@code n} of them; NaN of none. */
    double of(double[] values, double[] weights, int n) {
        if (n == 0) {
            return Double.NaN;
        }
        return quantile < 0 ? mean(values, weights, n) : quantile(values, n);
    }

    private static double mean(double[] values, double[] weights, int n) {
        double hits = 0;
        double of = 0;
        for (int i = 0; i < n; i++) {
            hits += values[i];
            of += weights[i];
        }
        return of == 0 ? Double.NaN : hits / of;
    }

    private double quantile(double[] values, int n) {
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        double at = quantile * (n - 1);
        int below = (int) at;
        int above = Math.min(n - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
