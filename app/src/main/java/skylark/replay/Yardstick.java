package skylark.replay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a replay is held to. Latencies have limits in real time only, words and intents in quiet only; outside
 * of that their values are shown without a verdict.
 */
public final class Yardstick {

    /** Percentiles say little over fewer turns than this. */
    public static final int ENOUGH_TURNS = 300;

    private final ReplaySummary summary;
    private final RunFacts facts;
    private final List<Verdict> verdicts = new ArrayList<>();

    private Yardstick(ReplaySummary summary, RunFacts facts) {
        this.summary = summary;
        this.facts = facts;
    }

    /** The verdicts on a run, in the order to show them. */
    public static List<Verdict> measure(ReplaySummary summary, RunFacts facts) {
        Yardstick yardstick = new Yardstick(summary, facts);
        yardstick.clocks();
        yardstick.replies();
        yardstick.words();
        yardstick.cost();
        return List.copyOf(yardstick.verdicts);
    }

    private void clocks() {
        Percentiles c2a = summary.c2aMs();
        latency("c2a.p50", "Commit to audio, median", c2a.n(), c2a.p50(), 40, 15);
        latency("c2a.p99", "Commit to audio, 99 %", c2a.n(), c2a.p99(), 120, 40);
        Percentiles epd = summary.complete().epdMs();
        latency("epd.complete.p50", "Endpoint delay, complete, median", epd.n(), epd.p50(), 180, 100);
        latency("epd.complete.p95", "Endpoint delay, complete, 95 %", epd.n(), epd.p95(), 360, 220);
        Percentiles complete = summary.complete().v2vMs();
        latency("v2v.complete.p50", "Voice to voice, complete, median", complete.n(), complete.p50(), 220, 120);
        latency("v2v.complete.p95", "Voice to voice, complete, 95 %", complete.n(), complete.p95(), 400, 250);
        Percentiles open = summary.open().v2vMs();
        latency("v2v.open.p50", "Voice to voice, open, median", open.n(), open.p50(), 700, 400);
        latency("v2v.open.p95", "Voice to voice, open, 95 %", open.n(), open.p95(), 1200, 800);
    }

    private void replies() {
        boolean timed = facts.inRealTime();
        share("within_120", "Sound in time, within 120 ms", summary.withinDeadline(), timed, 100, 100, true);
        share("real_replies", "Real replies, no fallback first", summary.realReplies(), timed, 99, 99.9, true);
        share("generated_queries", "Generated, replies to queries", summary.generatedQueries(), true, 90, 100, true);
        share("cut_ins", "Cut-ins, while still talking", summary.cutInRate(), timed, 5, 2, false);
    }

    private void words() {
        boolean quiet = facts.quiet();
        share("wer.quiet", "Word errors, of words said", summary.wer(), quiet, 15, 6, false);
        share("intent.quiet", "Understood, intent and values", summary.exact(), quiet, 85, 95, true);
        add(
                "wrong_actions",
                "Wrong actions, done or challenged",
                (double) summary.wrongActions(),
                "",
                summary.turns(),
                true,
                0,
                0,
                false);
    }

    private void cost() {
        add("rss_mb", "Memory, resident", summary.rssMb(), "MB", 1, true, 600, 300, false);
        add("start_ms", "Start, until ready", summary.startMs(), "ms", 1, true, 5000, 2000, false);
        verdicts.add(new Verdict(
                "cpu_s_per_turn",
                "CPU, seconds per turn",
                summary.cpuSPerTurn(),
                "s",
                summary.turns(),
                null,
                null,
                false));
    }

    private void latency(String name, String label, int n, @Nullable Double ms, double must, double goal) {
        add(name, label, ms, "ms", n, facts.inRealTime(), must, goal, false);
    }

    private void share(
            String name,
            String label,
            @Nullable Double share,
            boolean applies,
            double must,
            double goal,
            boolean upward) {
        Double percent = share == null ? null : share * 100;
        add(name, label, percent, "%", summary.turns(), applies, must, goal, upward);
    }

    private void add(
            String name,
            String label,
            @Nullable Double value,
            String unit,
            int n,
            boolean applies,
            double must,
            double goal,
            boolean upward) {
        verdicts.add(new Verdict(name, label, value, unit, n, applies ? must : null, applies ? goal : null, upward));
    }
}
