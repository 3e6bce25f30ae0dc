package skylark.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison has found, as JSON and as text.
 *
 * @param base its commit, as {@code candidate}
 * @param turns of each program in each round
 * @param failed whether any measure is worse by more than is allowed and by more than chance
 */
public record CompareResult(
        Map<String, String> machine,
        String base,
        String candidate,
        int rounds,
        int turns,
        boolean failed,
        List<Contrast> measures) {
    private static final String ROW = "%-18s %4s %10s %10s %8s  %-17s %s";

    public CompareResult {
        measures = List.copyOf(measures);
    }

    /** What the contrasts come to. */
    public static CompareResult of(
            Map<String, String> machine,
            String base,
            String candidate,
            int rounds,
            int turns,
            List<Contrast> measures) {
        boolean failed = measures.stream().anyMatch(Contrast::fails);
        return new CompareResult(machine, base, candidate, rounds, turns, failed, measures);
    }

    /** The table. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "measure", "n", "base", "candidate", "ratio", "99 % interval", "finding"));
        measures.forEach(contrast -> lines.add(String.format(
                        ROW,
                        contrast.name(),
                        contrast.n(),
                        value(contrast, contrast.base()),
                        value(contrast, contrast.candidate()),
                        ratio(contrast.ratio()),
                        interval(contrast),
                        contrast.finding().wireName())
                .stripTrailing()));
        return lines;
    }

    /** A line for each measure that fails. */
    public List<String> complaints() {
        return measures.stream()
                .filter(Contrast::fails)
                .map(contrast -> String.format(
                        Locale.ROOT,
                        "%s: %s, was %s: %s x (%s), allowed %s x",
                        contrast.name(),
                        value(contrast, contrast.candidate()),
                        value(contrast, contrast.base()),
                        ratio(contrast.ratio()),
                        interval(contrast),
                        contrast.unit().equals("%") ? Contrast.POORER : Contrast.SLOWER))
                .toList();
    }

    /** How many, base, candidate and ratio, as text. */
    public static List<String> cells(Contrast contrast) {
        return List.of(
                String.valueOf(contrast.n()),
                value(contrast, contrast.base()),
                value(contrast, contrast.candidate()),
                ratio(contrast.ratio()));
    }

    private static String value(Contrast contrast, @Nullable Double value) {
        if (value == null) {
            return "-";
        }
        return String.format(Locale.ROOT, value >= 1000 ? "%.0f %s" : "%.1f %s", value, contrast.unit());
    }

    /** The interval, as text. */
    public static String interval(Contrast contrast) {
        return contrast.low() == null ? "-" : ratio(contrast.low()) + " to " + ratio(contrast.high());
    }

    private static String ratio(@Nullable Double ratio) {
        return ratio == null ? "-" : String.format(Locale.ROOT, "%.3f", ratio);
    }
}
