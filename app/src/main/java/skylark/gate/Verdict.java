package skylark.gate;

import org.jspecify.annotations.Nullable;
import skylark.domain.Decision;
import skylark.domain.Reason;
import skylark.domain.RiskClass;
import skylark.domain.Slot;
import skylark.domain.VehicleCommand;

/**
 * What the gate says to one utterance.
 *
 * @param effectiveClass the class in this state
 * @param reason why, when refused or rejected
 * @param command what the vehicle is to be told: now when executed, after the phrase when challenged, else null
 * @param missing the slot to ask for, when one is missing
 * @param limit what would have been allowed, when out of range
 * @param phrase the exact words that confirm it, when challenged
 * @param detail what of the vehicle would have to be known, or what else is the matter, in words to be spoken
 */
public record Verdict(
        Decision decision,
        RiskClass effectiveClass,
        @Nullable Reason reason,
        @Nullable VehicleCommand command,
        @Nullable Slot missing,
        @Nullable Limit limit,
        @Nullable String phrase,
        @Nullable String detail) {

    /** As the announcement SYS has it. */
    public static final String DEGRADED = "voice control degraded";

    static Verdict answer(RiskClass risk) {
        return new Verdict(Decision.ANSWER, risk, null, null, null, null, null, null);
    }

    static Verdict execute(RiskClass risk, @Nullable VehicleCommand command) {
        return new Verdict(Decision.EXECUTE, risk, null, command, null, null, null, null);
    }

    static Verdict challenge(VehicleCommand command, String phrase) {
        return new Verdict(Decision.CHALLENGE, RiskClass.C, null, command, null, null, phrase, null);
    }

    static Verdict ask(RiskClass risk, Slot missing) {
        return new Verdict(Decision.ASK_SLOT, risk, null, null, missing, null, null, null);
    }

    static Verdict refuse(RiskClass risk, Reason reason) {
        return new Verdict(Decision.REFUSE, risk, reason, null, null, null, null, null);
    }

    static Verdict unknown(RiskClass risk, @Nullable String what) {
        return new Verdict(Decision.REFUSE, risk, Reason.STATE_UNKNOWN, null, null, null, null, what);
    }

    /** The operator was not heard well enough for a critical command. */
    static Verdict deaf() {
        return new Verdict(Decision.REFUSE, RiskClass.C, Reason.CHALLENGE_CANCELLED, null, null, null, null, DEGRADED);
    }

    static Verdict outOfRange(RiskClass risk, Limit limit) {
        return new Verdict(Decision.REFUSE, risk, Reason.OUT_OF_RANGE, null, null, limit, null, null);
    }

    static Verdict reject(RiskClass risk, Reason reason) {
        return new Verdict(Decision.REJECT, risk, reason, null, null, null, null, null);
    }
}
