package skylark.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import skylark.domain.TurnResult;

/**
 * Prints a run for the person at the terminal: a line for each turn as it ends, then the figures. Belongs to one thread.
 *
 * <pre>
 *   2  climb ten meters               → Climbing ten meters.                  EPD   99  C2A   79  V2V  178
 * </pre>
 */
public final class TalkPrinter {
    private static final int NUMBER_COLUMNS = 3;
    private static final int CLOCK_COLUMNS = 31;
    private static final int LABEL_COLUMNS = 36;

    private final PrintStream out;
    private final Ink ink;
    private final int columns;

    public TalkPrinter(PrintStream out, Terminal terminal) {
        this.out = out;
        this.ink = new Ink(terminal);
        this.columns = terminal.columns();
    }

    /** @param number of the turn, from 1 */
    public void turn(int number, TurnRecord turn) {
        TurnResult result = turn.result();
        String reply = result == null ? "" : result.reply();
        int words = columns - NUMBER_COLUMNS - CLOCK_COLUMNS - ink.arrow().length() - 6;
        int said = words * 2 / 5;
        String line = String.format(Locale.ROOT, "%" + NUMBER_COLUMNS + "d  ", number)
                + ink.column(turn.heard().isEmpty() ? "(nothing heard)" : turn.heard(), said)
                + " " + ink.arrow() + " "
                + ink.column(reply, words - said);
        out.println(line + "  " + ink.colour(style(turn), clocks(turn)) + remark(turn));
        explain(number, turn);
    }

    /** What the drone said of itself. */
    public void announcement(String code, String text) {
        String indent = " ".repeat(NUMBER_COLUMNS + 2);
        out.println(indent + ink.colour(Ink.NOTE, "[" + ink.clean(code) + "] " + ink.clean(text)));
    }

    /** The figures against their limits, and where the report is. */
    public void summary(ReplaySummary summary, List<Verdict> verdicts, @Nullable String report) {
        out.println();
        percentiles("Voice to voice", summary.v2vMs());
        percentiles("Endpoint delay", summary.epdMs());
        percentiles("Commit to audio", summary.c2aMs());
        out.println();
        out.println(ink.colour(
                Ink.FAINT, ink.column("", LABEL_COLUMNS) + String.format("%12s%12s%12s", "value", "must", "goal")));
        verdicts.forEach(this::verdict);
        out.println();
        out.println(outcome(summary, verdicts));
        if (report != null) {
            out.println("Report: " + ink.clean(report));
        }
    }

    private String clocks(TurnRecord turn) {
        return String.format(
                Locale.ROOT, "EPD%5s  C2A%5s  V2V%5s", ms(turn.epdMs()), ms(turn.c2aMs()), ms(turn.v2vMs()));
    }

    private static String ms(@Nullable Double ms) {
        return ms == null ? "-" : String.valueOf(Math.round(ms));
    }

    private static String style(TurnRecord turn) {
        Double c2aMs = turn.c2aMs();
        boolean late = turn.fallback() || (c2aMs != null && c2aMs > ReplaySummary.DEADLINE_MS);
        return late || turn.error() != null ? Ink.BAD : Ink.FAINT;
    }

    private String remark(TurnRecord turn) {
        return (turn.fallback() ? ink.colour(Ink.BAD, " fallback") : "") + (turn.cold() ? " cold" : "");
    }

    /** Lines of their own for what went wrong. */
    private void explain(int number, TurnRecord turn) {
        Judgement judgement = Judgement.of(turn);
        WordErrors words = judgement.words();
        if (words != null && words.edits() > 0) {
            note("said: " + turn.recording().text());
        }
        if (judgement.wrongAction()) {
            problem("turn " + number + ": a command that was not asked for, or with other values");
        }
        if (turn.cutIn()) {
            problem("turn " + number + ": cut in");
        }
        if (turn.whyLate() != null) {
            problem("late, " + turn.whyLate());
        }
        if (turn.error() != null) {
            problem(turn.error());
        }
    }

    private void note(String text) {
        out.println(" ".repeat(NUMBER_COLUMNS + 2) + ink.colour(Ink.FAINT, ink.clean(text)));
    }

    private void problem(String text) {
        out.println(" ".repeat(NUMBER_COLUMNS + 2) + ink.colour(Ink.BAD, ink.clean(text)));
    }

    private void percentiles(String name, Percentiles clock) {
        out.println(String.format(
                Locale.ROOT,
                "%-17s n %-4d p50 %-6s p95 %-6s p99 %-6s max %s ms",
                name,
                clock.n(),
                ink.number(clock.p50()),
                ink.number(clock.p95()),
                ink.number(clock.p99()),
                ink.number(clock.max())));
    }

    private void verdict(Verdict verdict) {
        String sign = verdict.upward() ? ink.atLeast() : ink.atMost();
        String value = ink.number(verdict.value()) + " " + verdict.unit();
        out.println(ink.column(verdict.label(), LABEL_COLUMNS)
                + String.format("%12s%12s%12s  ", value, limit(sign, verdict.must()), limit(sign, verdict.goal()))
                + standing(verdict));
    }

    private String limit(String sign, @Nullable Double limit) {
        return limit == null ? "" : sign + " " + ink.number(limit);
    }

    private String standing(Verdict verdict) {
        Boolean ok = verdict.ok();
        if (ok == null) {
            return "";
        }
        if (!ok) {
            return ink.colour(Ink.BAD, "missed");
        }
        return Boolean.TRUE.equals(verdict.goalOk()) ? ink.colour(Ink.GOOD, "goal") : "must";
    }

    private String outcome(ReplaySummary summary, List<Verdict> verdicts) {
        long judged = verdicts.stream().filter(v -> v.ok() != null).count();
        long missed =
                verdicts.stream().filter(v -> Boolean.FALSE.equals(v.ok())).count();
        String failed = summary.errors() == 0 ? "" : ", " + summary.errors() + " failed";
        String turns = summary.turns() + " turns" + failed + (summary.interrupted() ? ", interrupted: " : ": ");
        return missed == 0
                ? turns + ink.colour(Ink.GOOD, "all " + judged + " musts met.")
                : turns + ink.colour(Ink.BAD, missed + " of " + judged + " musts missed.");
    }
}
