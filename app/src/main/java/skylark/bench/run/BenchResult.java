package skylark.bench.run;

import java.util.List;
import java.util.Map;
import skylark.replay.Verdict;

/**
 * What a bench has found.
 *
 * @param isShort from few turns
 * @param errors of the steps that failed, a line each
 * @param talks the warm turns of each talk that was played in real time, by its name
 */
public record BenchResult(
        boolean isShort, List<Verdict> measures, List<String> errors, Map<String, List<PlayedTurn>> talks) {
    public BenchResult {
        measures = List.copyOf(measures);
        errors = List.copyOf(errors);
        talks = Map.copyOf(talks);
    }
}
