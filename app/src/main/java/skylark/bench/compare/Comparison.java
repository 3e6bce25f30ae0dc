package skylark.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.bench.compare.Contrast.Kind;
import skylark.bench.run.Played;
import skylark.bench.run.PlayedTurn;

/**
 * Base against candidate by every measure of a talk. Qualities are shares of what went right, so that a few of a hundred
 * count the same whether they are called cut-ins or turns without.
 */
public final class Comparison {
    private static final double PERCENT = 100;
    /** Costs rather than latencies: never judged. */
    private static final Statistic COST = new Statistic(0.5, Integer.MAX_VALUE);

    private static final List<String> BY_RUN = List.of("start_ms", "rss_mb", "cpu_s_per_turn");

    private final List<Played> base;
    private final List<Played> candidate;
    private final List<Contrast> contrasts = new ArrayList<>();

    private Comparison(List<Played> base, List<Played> candidate) {
        this.base = base;
        this.candidate = candidate;
    }

    /** @param base a run each round, as {@code candidate} */
    public static List<Contrast> of(List<Played> base, List<Played> candidate) {
        Comparison comparison = new Comparison(base, candidate);
        comparison.latencies();
        comparison.qualities();
        BY_RUN.forEach(comparison::run);
        return List.copyOf(comparison.contrasts);
    }

    private void latencies() {
        Predicate<PlayedTurn> warm = turn -> !turn.cold();
        Predicate<PlayedTurn> waited = warm.and(turn -> !turn.cutIn());
        Predicate<PlayedTurn> complete = waited.and(PlayedTurn::complete);
        Predicate<PlayedTurn> open = waited.and(turn -> !turn.complete());
        latency("c2a.p50", Statistic.MEDIAN, warm, PlayedTurn::c2aMs);
        latency("c2a.p95", Statistic.P95, warm, PlayedTurn::c2aMs);
        latency("c2a.p99", Statistic.P99, warm, PlayedTurn::c2aMs);
        latency("epd.complete.p50", Statistic.MEDIAN, complete, PlayedTurn::epdMs);
        latency("epd.complete.p95", Statistic.P95, complete, PlayedTurn::epdMs);
        latency("v2v.complete.p50", Statistic.MEDIAN, complete, PlayedTurn::v2vMs);
        latency("v2v.complete.p95", Statistic.P95, complete, PlayedTurn::v2vMs);
        latency("v2v.open.p50", Statistic.MEDIAN, open, PlayedTurn::v2vMs);
        latency("v2v.open.p95", Statistic.P95, open, PlayedTurn::v2vMs);
        latency("stop.ms", Statistic.MEDIAN, PlayedTurn::endsInStopWord, PlayedTurn::commandMs);
    }

    private void qualities() {
        share("within_120", turn -> turn.cold() || turn.commitS() == null ? null : turn.inTime());
        share("real_replies", PlayedTurn::real);
        share("not_cut_into", turn -> turn.epdMs() == null ? null : !turn.cutIn());
        share("understood", PlayedTurn::exact);
        share("no_wrong_action", turn -> !turn.wrongAction());
        compare("words_right", "%", Kind.QUALITY, Statistic.SHARE, Comparison::wordsRight);
    }

    private static @Nullable Observation wordsRight(int round, PlayedTurn turn) {
        int said = turn.saidWords();
        return turn.wordErrors() == null || said == 0
                ? null
                : new Observation(round, turn.audio(), PERCENT * Math.max(0, said - turn.wordErrors()), said);
    }

    private void latency(
            String name,
            Statistic statistic,
            Predicate<PlayedTurn> which,
            Function<PlayedTurn, @Nullable Double> clock) {
        compare(name, "ms", Kind.LATENCY, statistic, (round, turn) -> {
            Double ms = which.test(turn) ? clock.apply(turn) : null;
            return ms == null ? null : Observation.of(round, turn.audio(), Math.max(0, ms));
        });
    }

    private void share(String name, Function<PlayedTurn, @Nullable Boolean> right) {
        compare(name, "%", Kind.QUALITY, Statistic.SHARE, (round, turn) -> {
            Boolean is = right.apply(turn);
            return is == null ? null : Observation.of(round, turn.audio(), is ? PERCENT : 0);
        });
    }

    private void compare(String name, String unit, Kind kind, Statistic statistic, Reading reading) {
        add(name, unit, kind, statistic, read(base, reading), read(candidate, reading));
    }

    private void run(String name) {
        String unit = name.endsWith("_ms") ? "ms" : name.endsWith("_mb") ? "MB" : "s";
        Statistic statistic = unit.equals("ms") ? Statistic.MEDIAN : COST;
        add(name, unit, Kind.LATENCY, statistic, ofRuns(base, name), ofRuns(candidate, name));
    }

    private void add(
            String name, String unit, Kind kind, Statistic statistic, List<Observation> before, List<Observation> now) {
        if (!before.isEmpty() && !now.isEmpty()) {
            contrasts.add(Contrast.of(name, unit, kind, statistic, before, now));
        }
    }

    private static List<Observation> read(List<Played> runs, Reading reading) {
        List<Observation> found = new ArrayList<>();
        for (int round = 0; round < runs.size(); round++) {
            for (PlayedTurn turn : runs.get(round).turns()) {
                Observation one = reading.of(round, turn);
                if (one != null) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    private static List<Observation> ofRuns(List<Played> runs, String name) {
        List<Observation> found = new ArrayList<>();
        for (int round = 0; round < runs.size(); round++) {
            int now = round;
            runs.get(round)
                    .measure(name)
                    .map(Played.Line::value)
                    .ifPresent(value -> found.add(Observation.of(now, "run", value)));
        }
        return found;
    }

    /** What one turn says of a measure; null for nothing. */
    @FunctionalInterface
    private interface Reading {
        @Nullable Observation of(int round, PlayedTurn turn);
    }
}
