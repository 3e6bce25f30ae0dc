package skylark.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.config.SafetySettings;
import skylark.domain.Reason;
import skylark.domain.VehicleState;

/**
 * All that stands between one intent and the vehicle.
 *
 * @param phrase what confirms it when it is critical
 * @param commands what the vehicle is told
 */
record Rule(List<Precondition> preconditions, Envelope envelope, @Nullable String phrase, CommandMaker commands) {
    Rule {
        preconditions = List.copyOf(preconditions);
    }

    /** The first precondition that surely fails, else unknown when one is unknown, else null. */
    @Nullable Reason failure(VehicleState state, SafetySettings limits) {
        Reason failure = null;
        for (Precondition precondition : preconditions) {
            failure = Precondition.worse(failure, precondition.failure(state, limits));
        }
        return failure;
    }

    /** What the first precondition that cannot be judged is about, in words; null when all can be. */
    @Nullable String unknown(VehicleState state, SafetySettings limits) {
        return preconditions.stream()
                .filter(precondition -> precondition.failure(state, limits) == Reason.STATE_UNKNOWN)
                .map(Precondition::subject)
                .findFirst()
                .orElse(null);
    }
}
