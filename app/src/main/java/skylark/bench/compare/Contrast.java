package skylark.bench.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measure of two programs, and what to make of it. Numbers are null where there is no value.
 *
 * @param unit of base and candidate
 * @param n values of the base and of the candidate
 * @param ratio candidate by base
 * @param low the ratio's interval, with {@code high}: 99 in 100 draws
 */
public record Contrast(
        String name,
        String unit,
        int n,
        @Nullable Double base,
        @Nullable Double candidate,
        @Nullable Double ratio,
        @Nullable Double low,
        @Nullable Double high,
        Finding finding) {
    /** Slower by more than this fails. */
    static final double SLOWER = 1.05;
    /** Right less often than this fails. */
    static final double POORER = 0.98;

    /** What a difference means. */
    public enum Finding {
        /** More than is allowed, and more than chance. */
        @JsonProperty("worse")
        WORSE,
        /** More than is allowed, but it may be chance. */
        @JsonProperty("unclear")
        UNCLEAR,
        /** Within what is allowed. */
        @JsonProperty("same")
        SAME,
        /** More than chance, the right way. */
        @JsonProperty("better")
        BETTER,
        /** Too few values to say. */
        @JsonProperty("shown")
        SHOWN;

        /** As it is written. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which way is worse. */
    public enum Kind {
        /** Less is better. */
        LATENCY,
        /** A share of what went right: more is better. */
        QUALITY
    }

    /** Two programs' values of one measure against each other. */
    static Contrast of(
            String name,
            String unit,
            Kind kind,
            Statistic statistic,
            List<Observation> base,
            List<Observation> candidate) {
        double before = sum(statistic, base);
        double now = sum(statistic, candidate);
        double ratio = before == 0 && now == 0 ? 1 : now / before;
        Bootstrap.Interval interval = new Bootstrap(statistic, base, candidate).ratio();
        int n = Math.min(base.size(), candidate.size());
        Finding finding = n < statistic.fewest() ? Finding.SHOWN : finding(kind, ratio, interval);
        return new Contrast(
                name,
                unit,
                n,
                known(before),
                known(now),
                known(ratio),
                known(interval.low()),
                known(interval.high()),
                finding);
    }

    boolean fails() {
        return finding == Finding.WORSE;
    }

    private static Finding finding(Kind kind, double ratio, Bootstrap.Interval interval) {
        boolean slow = kind == Kind.LATENCY;
        boolean tooMuch = slow ? ratio > SLOWER : ratio < POORER;
        boolean noChance = slow ? interval.low() > 1 : interval.high() < 1;
        boolean improved = slow ? interval.high() < 1 : interval.low() > 1;
        if (tooMuch) {
            return noChance ? Finding.WORSE : Finding.UNCLEAR;
        }
        return improved ? Finding.BETTER : Finding.SAME;
    }

    private static double sum(Statistic statistic, List<Observation> all) {
        return statistic.of(
                all.stream().mapToDouble(Observation::value).toArray(),
                all.stream().mapToDouble(Observation::weight).toArray(),
                all.size());
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
