package skylark.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one utterance, as the contract writes it.
 *
 * @param text what was heard or typed
 * @param effectiveClass the risk class after the state of the moment was looked at
 * @param confidence of the understanding, 0 to 1
 * @param reply the words spoken
 * @param command what the vehicle was told, or null
 * @param ms latencies by name, milliseconds
 * @param reason why not, or what else; null when there is none
 */
@JsonPropertyOrder({
    "text",
    "intent",
    "slots",
    "class",
    "confidence",
    "decision",
    "reply",
    "source",
    "command",
    "reason",
    "ms"
})
public record TurnResult(
        String text,
        Intent intent,
        Slots slots,
        @JsonProperty("class") RiskClass effectiveClass,
        double confidence,
        Decision decision,
        String reply,
        ReplySource source,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable VehicleCommand command,
        Map<String, Double> ms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Reason reason) {
    public TurnResult {
        ms = Map.copyOf(ms);
    }

    /** Nothing stood in the way. */
    public TurnResult(
            String text,
            Intent intent,
            Slots slots,
            RiskClass effectiveClass,
            double confidence,
            Decision decision,
            String reply,
            ReplySource source,
            @Nullable VehicleCommand command,
            Map<String, Double> ms) {
        this(text, intent, slots, effectiveClass, confidence, decision, reply, source, command, ms, null);
    }
}
