package skylark.dialog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.Decision;
import skylark.domain.Reason;
import skylark.domain.ReplySource;
import skylark.domain.RiskClass;
import skylark.domain.TurnResult;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.nlg.reply.ReplyRequest;

/**
 * What an utterance comes to, before anything is done about it. Immutable.
 *
 * @param command what the vehicle is to be told when this is applied; never set but for {@link Decision#EXECUTE}
 * @param reply what the words of the reply depend on
 * @param toneOnly answered by a tone: the third utterance in a row that was not understood
 */
public record Outcome(
        Understanding heard,
        Decision decision,
        RiskClass effectiveClass,
        @Nullable Reason reason,
        @Nullable VehicleCommand command,
        ReplyRequest reply,
        boolean toneOnly,
        Version version) {
    public Outcome {
        if (command != null && decision != Decision.EXECUTE) {
            throw new IllegalArgumentException("a command that is not executed: " + command);
        }
    }

    /**
     * The result as the contract writes it.
     *
     * @param text as it was heard or typed
     * @param ms latencies by name
     */
    public TurnResult result(String text, String replyText, ReplySource source, Map<String, Double> ms) {
        return new TurnResult(
                text,
                heard.intent(),
                heard.slots(),
                effectiveClass,
                heard.confidence(),
                decision,
                replyText,
                source,
                command,
                ms,
                reason);
    }

    /** Which memory this was decided upon, when, and which memory it leads to. */
    static final class Version {
        final Memory before;
        final Memory after;
        final long heardNs;

        Version(Memory before, Memory after, long heardNs) {
            this.before = before;
            this.after = after;
            this.heardNs = heardNs;
        }
    }
}
