package skylark.bench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import skylark.bench.run.Played.Line;
import skylark.bench.run.Played.Report;

/** Replays that never were. */
public final class Turns {
    private Turns() {}

    /** A warm turn: a complete command, understood, answered in so many milliseconds. */
    public static PlayedTurn turn(String audio, double c2aMs) {
        return turn(audio, "climb ten meters", "climb", c2aMs, false, true);
    }

    public static PlayedTurn turn(String audio, String said, String intent, double c2aMs, boolean cold, boolean exact) {
        double commitS = 2.15;
        return new PlayedTurn(
                audio,
                2.0,
                commitS,
                commitS + c2aMs / 1e3,
                commitS + 0.01,
                150 + c2aMs,
                150.0,
                c2aMs,
                "generated",
                "R",
                false,
                false,
                cold,
                true,
                said,
                intent,
                exact ? 0 : 1,
                exact,
                false);
    }

    /** So many recordings, each of them with a time of its own and some noise on it. */
    public static Played talk(int turns, double factor, long seed) {
        Random chance = new Random(seed);
        List<PlayedTurn> played = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            double ownMs = 4 + 30 * new Random(i).nextDouble();
            played.add(turn("turn-" + i + ".wav", factor * ownMs * (1 + 0.05 * chance.nextGaussian())));
        }
        return played(played, Map.of("start_ms", 4000 * factor));
    }

    /** @param measures the replay's own */
    public static Played played(List<PlayedTurn> turns, Map<String, Double> measures) {
        List<Line> lines = measures.entrySet().stream()
                .map(measure -> new Line(measure.getKey(), measure.getValue(), turns.size()))
                .toList();
        Map<String, Long> counters = new HashMap<>(Map.of("cpu_ms.hearing", 12_000L, "cpu_ms.open-ear", 3_000L));
        return new Played(new Report(lines, counters, List.of(), new Played.Run(100)), turns);
    }
}
