package skylark.bench.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.replay.Limits;
import skylark.replay.Percentiles;
import skylark.replay.Verdict;

/** What replays amount to, in measures. What a replay has no value for is left out. */
final class TalkMeasures {
    private static final double PERCENT = 100;
    private static final double MS_PER_S = 1e3;
    private static final List<String> EARS = List.of("cpu_ms.hearing", "cpu_ms.open-ear");

    private final Played played;
    private final List<Verdict> measures = new ArrayList<>();

    private TalkMeasures(Played played) {
        this.played = played;
    }

    /** Of a quiet machine: the replay's own, the first turn apart, "stop", and what the recognisers cost. */
    static List<Verdict> quiet(Played played) {
        TalkMeasures talk = new TalkMeasures(played);
        Limits.names().forEach(name -> played.measure(name)
                .ifPresent(line -> talk.measures.add(Limits.verdict(name, line.value(), line.n()))));
        talk.cold();
        talk.stop();
        talk.recogniser();
        return talk.measures;
    }

    /** Of a machine whose cores are all wanted by others. */
    static List<Verdict> loaded(Played played) {
        TalkMeasures talk = new TalkMeasures(played);
        List<PlayedTurn> committed =
                played.warm().stream().filter(turn -> turn.commitS() != null).toList();
        talk.share("c2a.stress.within_120", committed, PlayedTurn::inTime);
        talk.share("stress.real_replies", committed, PlayedTurn::real);
        talk.copy("c2a.p50", "c2a.stress.p50");
        talk.copy("c2a.p99", "c2a.stress.p99");
        return talk.measures;
    }

    /** With nothing prepared ahead and no sound kept. */
    static List<Verdict> unprepared(Played played) {
        TalkMeasures talk = new TalkMeasures(played);
        talk.copy("c2a.p50", "c2a.nospec.p50");
        talk.copy("c2a.p99", "c2a.nospec.p99");
        return talk.measures;
    }

    /** Of silence: what the whole process costs meanwhile. */
    static List<Verdict> silence(Played played) {
        TalkMeasures talk = new TalkMeasures(played);
        double wallS = played.report().run().wallS();
        played.measure("cpu_s_per_turn")
                .ifPresent(cpu -> talk.add(
                        "listen.core_share",
                        Objects.requireNonNull(cpu.value()) * played.turns().size() / wallS,
                        played.turns().size()));
        return talk.measures;
    }

    /** Commands understood with all their values; NaN where none was asked for. */
    static double commandAccuracy(Played played) {
        List<PlayedTurn> asked = commands(played);
        return asked.isEmpty()
                ? Double.NaN
                : (double) asked.stream()
                                .filter(turn -> Boolean.TRUE.equals(turn.exact()))
                                .count()
                        / asked.size();
    }

    /** The turns in which a command was asked for. */
    static List<PlayedTurn> commands(Played played) {
        return played.turns().stream().filter(PlayedTurn::asksForAction).toList();
    }

    private void cold() {
        first("c2a.cold", PlayedTurn::c2aMs);
        first("v2v.cold", PlayedTurn::v2vMs);
    }

    private void first(String name, Function<PlayedTurn, @Nullable Double> clock) {
        played.turns().stream()
                .filter(PlayedTurn::cold)
                .map(clock)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(ms -> add(name, ms, 1));
    }

    private void stop() {
        List<PlayedTurn> stops =
                played.turns().stream().filter(PlayedTurn::asksToStop).toList();
        List<Double> all = commandMs(stops);
        List<Double> wordLast =
                commandMs(stops.stream().filter(PlayedTurn::endsInStopWord).toList());
        wordLast.stream().max(Comparator.naturalOrder()).ifPresent(ms -> add("stop.ms", ms, wordLast.size()));
        Double median = Percentiles.of(all).p50();
        if (median != null) {
            add("stop.all.ms", median, all.size());
            add("stop.missed", stops.size() - all.size(), stops.size());
        }
    }

    /** A command before the end of the last word was no slower than at once. */
    private static List<Double> commandMs(List<PlayedTurn> turns) {
        List<Double> found = new ArrayList<>();
        for (PlayedTurn turn : turns) {
            Double ms = turn.commandMs();
            if (ms != null) {
                found.add(Math.max(0, ms));
            }
        }
        return found;
    }

    private void recogniser() {
        List<Long> cpuMs = EARS.stream()
                .map(played.report().counters()::get)
                .filter(Objects::nonNull)
                .toList();
        if (!cpuMs.isEmpty()) {
            double cpuS = cpuMs.stream().mapToLong(ms -> ms).sum() / MS_PER_S;
            add(
                    "recogniser.core_share",
                    cpuS / played.report().run().wallS(),
                    played.turns().size());
        }
    }

    private void share(String name, List<PlayedTurn> turns, Predicate<PlayedTurn> hit) {
        if (!turns.isEmpty()) {
            add(name, PERCENT * turns.stream().filter(hit).count() / turns.size(), turns.size());
        }
    }

    private void copy(String of, String name) {
        played.measure(of).ifPresent(line -> measures.add(Limits.verdict(name, line.value(), line.n())));
    }

    private void add(String name, double value, int n) {
        measures.add(Limits.verdict(name, value, n));
    }
}
