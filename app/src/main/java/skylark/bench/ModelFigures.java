package skylark.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One row of the case study. Times are medians, warm, on one thread.
 *
 * @param model the folder's name, or {@code tiny-int8} for the one that is built in
 * @param memoryMb what the model and its first replies add to the process's peak; null where it is not told
 * @param firstTokenMs from the prompt's ids to the first choice
 * @param cpuMs processor time of a whole reply
 * @param bleu on the frozen situations, as the others: {@link skylark.nlg.measure.ReplyScore}
 */
public record ModelFigures(
        String model,
        @JsonProperty("file_mb") double fileMb,
        @JsonProperty("memory_mb") @Nullable Double memoryMb,
        @JsonProperty("first_token_ms") double firstTokenMs,
        @JsonProperty("token_ms") double tokenMs,
        @JsonProperty("cpu_ms") double cpuMs,
        double bleu,
        double chrf,
        double slots) {

    /** The first of twenty tokens and the nineteen after it. */
    public double twentyTokensMs() {
        return firstTokenMs + 19 * tokenMs;
    }
}
