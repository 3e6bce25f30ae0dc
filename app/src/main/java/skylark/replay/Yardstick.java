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

    private static final double PERCENT = 100;

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
        latency("c2a.p50", c2a.n(), c2a.p50());
        latency("c2a.p99", c2a.n(), c2a.p99());
        Percentiles epd = summary.complete().epdMs();
        latency("epd.complete.p50", epd.n(), epd.p50());
        latency("epd.complete.p95", epd.n(), epd.p95());
        Percentiles complete = summary.complete().v2vMs();
        latency("v2v.complete.p50", complete.n(), complete.p50());
        latency("v2v.complete.p95", complete.n(), complete.p95());
        Percentiles open = summary.open().v2vMs();
        latency("v2v.open.p50", open.n(), open.p50());
        latency("v2v.open.p95", open.n(), open.p95());
    }

    private void replies() {
        boolean timed = facts.inRealTime();
        share("within_120", summary.withinDeadline(), timed);
        share("real_replies", summary.realReplies(), timed);
        share("generated_queries", summary.generatedQueries(), true);
        share("cut_ins", summary.cutInRate(), timed);
    }

    private void words() {
        share("wer.quiet", summary.wer(), facts.quiet());
        share("intent.quiet", summary.exact(), facts.quiet());
        add("wrong_actions", (double) summary.wrongActions(), summary.turns(), true);
    }

    private void cost() {
        add("rss_mb", summary.rssMb(), 1, true);
        add("start_ms", summary.startMs(), 1, true);
        add("cpu_s_per_turn", summary.cpuSPerTurn(), summary.turns(), true);
    }

    private void latency(String name, int n, @Nullable Double ms) {
        add(name, ms, n, facts.inRealTime());
    }

    private void share(String name, @Nullable Double share, boolean applies) {
        add(name, share == null ? null : share * PERCENT, summary.turns(), applies);
    }

    private void add(String name, @Nullable Double value, int n, boolean applies) {
        verdicts.add(applies ? Limits.verdict(name, value, n) : Limits.shown(name, value, n));
    }
}
