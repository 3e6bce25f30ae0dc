package skylark.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows as text, and INT8 as a share of FP32 where both are there. */
public final class CaseStudyTable {
    private static final String ROW = "%-22s %9s %10s %11s %9s %10s %9s %7s %7s %7s";
    private static final String INT8 = "-int8";
    private static final String FP32 = "-fp32";

    private CaseStudyTable() {}

    /** Lines to print. */
    public static List<String> lines(List<ModelFigures> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                ROW,
                "model",
                "file MB",
                "memory MB",
                "1st token",
                "a token",
                "20 tokens",
                "CPU ms",
                "BLEU",
                "chrF",
                "slots"));
        rows.forEach(row -> lines.add(row(row)));
        for (ModelFigures row : rows) {
            floats(row, rows).ifPresent(full -> lines.add(ratio(row, full)));
        }
        return lines;
    }

    private static String row(ModelFigures f) {
        return String.format(
                ROW,
                f.model(),
                number(f.fileMb()),
                f.memoryMb() == null ? "-" : number(f.memoryMb()),
                number(f.firstTokenMs()) + " ms",
                number(f.tokenMs()) + " ms",
                number(f.twentyTokensMs()) + " ms",
                number(f.cpuMs()),
                quality(f.bleu()),
                quality(f.chrf()),
                quality(f.slots()));
    }

    private static Optional<ModelFigures> floats(ModelFigures row, List<ModelFigures> rows) {
        return row.model().endsWith(INT8)
                ? rows.stream()
                        .filter(other -> other.model().equals(row.model().replace(INT8, FP32)))
                        .findFirst()
                : Optional.empty();
    }

    private static String ratio(ModelFigures small, ModelFigures full) {
        String memory = small.memoryMb() == null || full.memoryMb() == null
                ? ""
                : String.format(Locale.ROOT, ", memory %.2f x", small.memoryMb() / full.memoryMb());
        return String.format(
                Locale.ROOT,
                "%s against %s: file %.2f x%s, first token %.2f x, a token %.2f x, BLEU lost %.1f %%",
                small.model(),
                full.model(),
                small.fileMb() / full.fileMb(),
                memory,
                small.firstTokenMs() / full.firstTokenMs(),
                small.tokenMs() / full.tokenMs(),
                100 * (1 - small.bleu() / full.bleu()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private static String quality(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
