package skylark.bench.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.RiskClass;

/** A line of {@code turns.jsonl}, as far as it is measured here; an older replay may leave parts out. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlayedTurn(
        String audio,
        @JsonProperty("eos_s") @Nullable Double eosS,
        @JsonProperty("commit_s") @Nullable Double commitS,
        @JsonProperty("first_audio_s") @Nullable Double firstAudioS,
        @JsonProperty("command_s") @Nullable Double commandS,
        @JsonProperty("v2v_ms") @Nullable Double v2vMs,
        @JsonProperty("epd_ms") @Nullable Double epdMs,
        @JsonProperty("c2a_ms") @Nullable Double c2aMs,
        @Nullable String source,
        @JsonProperty("class") @Nullable String risk,
        boolean fallback,
        @JsonProperty("cut_in") boolean cutIn,
        boolean cold,
        boolean complete,
        @Nullable String said,
        @JsonProperty("said_intent") @Nullable String saidIntent,
        @JsonProperty("word_errors") @Nullable Integer wordErrors,
        @Nullable Boolean exact,
        @JsonProperty("wrong_action") boolean wrongAction) {

    private static final Set<String> STOP_WORDS = Set.of("stop", "halt", "freeze", "abort", "whoa");
    private static final double DEADLINE_MS = 120;
    private static final double MS_PER_S = 1e3;

    /** Sound, real or fallback, within the service level. */
    public boolean inTime() {
        return c2aMs != null && c2aMs <= DEADLINE_MS;
    }

    /** The reply itself sounded, and no fallback before it. */
    public boolean real() {
        return firstAudioS != null && !fallback && source != null && !source.equals("fallback");
    }

    /** The operator asked the vehicle to do something. */
    public boolean asksForAction() {
        return intent() != null && Set.of(RiskClass.S, RiskClass.R, RiskClass.C).contains(intent().riskClass());
    }

    /** It was a stop. */
    public boolean asksToStop() {
        return intent() == Intent.STOP;
    }

    /** The last word said is the one that stops. */
    public boolean endsInStopWord() {
        List<String> words = said == null
                ? List.of()
                : Arrays.asList(said.toLowerCase(Locale.ROOT).split("\\W+"));
        return asksToStop() && !words.isEmpty() && STOP_WORDS.contains(words.get(words.size() - 1));
    }

    /** From the end of the last word until a command was sent; null where either is not known. */
    public @Nullable Double commandMs() {
        return commandS == null || eosS == null ? null : MS_PER_S * (commandS - eosS);
    }

    /** How many words the label has. */
    public int saidWords() {
        return said == null || said.isBlank() ? 0 : said.strip().split("\\s+").length;
    }

    private @Nullable Intent intent() {
        return saidIntent == null ? null : Intent.byName(saidIntent).orElse(null);
    }
}
