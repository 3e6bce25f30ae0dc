package skylark.bench.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.replay.Verdict;

/**
 * What a bench leaves as JSON, and prints.
 *
 * @param machine facts by name
 * @param commit of the program; with a + when there are changes to it
 * @param isShort from few turns: the figures are rough
 * @param errors of what could not be measured
 */
public record BenchFile(
        Map<String, String> machine,
        String commit,
        @JsonProperty("short") boolean isShort,
        List<Verdict> measures,
        List<String> errors) {
    private static final String ROW = "%-40s %10s %-5s %5s %9s %9s  %s";

    public BenchFile {
        measures = List.copyOf(measures);
        errors = List.copyOf(errors);
    }

    /** The table. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "measure", "value", "", "n", "must", "goal", "")
                .stripTrailing());
        measures.forEach(measure -> lines.add(String.format(
                        ROW,
                        measure.name(),
                        number(measure.value()),
                        measure.unit(),
                        measure.n(),
                        number(measure.must()),
                        number(measure.goal()),
                        standing(measure))
                .stripTrailing()));
        return lines;
    }

    private static String standing(Verdict measure) {
        if (measure.ok() == null) {
            return "";
        }
        return Boolean.TRUE.equals(measure.goalOk()) ? "goal" : Boolean.TRUE.equals(measure.ok()) ? "must" : "missed";
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        double size = Math.abs(value);
        String form = value == Math.rint(value) || size >= 1000 ? "%.0f" : size < 10 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, form, value);
    }
}
