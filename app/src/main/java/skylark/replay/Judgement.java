package skylark.replay;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.TurnResult;

/**
 * A turn held against its label; null where the label is silent, or where the recording could not be played.
 *
 * @param words what was heard beside what was said
 * @param intentRight the intent is the label's
 * @param exact the intent and all its values are the label's
 * @param wrongAction a command was executed or challenged that was not asked for, or with other values
 */
public record Judgement(
        @Nullable WordErrors words, @Nullable Boolean intentRight, @Nullable Boolean exact, boolean wrongAction) {

    /** Values that differ by less than this are the same: units are converted on the way. */
    private static final double SLOT_TOLERANCE = 0.01;

    public static Judgement of(TurnRecord turn) {
        Recording label = turn.recording();
        if (!label.playable()) {
            return new Judgement(null, null, null, false);
        }
        WordErrors words = label.text() == null ? null : WordErrors.between(label.text(), turn.heard());
        Intent asked = label.intent();
        if (asked == null) {
            return new Judgement(words, null, null, false);
        }
        TurnResult result = turn.result();
        boolean intentRight = result != null && result.intent() == asked;
        boolean exact = result != null && intentRight && sameSlots(label.labelledSlots(), result.slots());
        return new Judgement(words, intentRight, exact, result != null && acts(result) && !exact);
    }

    /** Equal within 1 %; an absent reference is {@code by}; the free words of {@code what} do not count. */
    public static boolean sameSlots(Slots a, Slots b) {
        return near(a.metres(), b.metres())
                && near(a.degrees(), b.degrees())
                && near(a.mps(), b.mps())
                && Objects.equals(a.waypoint(), b.waypoint())
                && Objects.equals(a.direction(), b.direction())
                && reference(a).equals(reference(b))
                && Objects.equals(a.level(), b.level())
                && Objects.equals(a.state(), b.state());
    }

    /** A command of class R or C is under way, or the answer to a challenge sent one. Safing is never wrong. */
    private static boolean acts(TurnResult result) {
        boolean doing = result.decision() == Decision.EXECUTE || result.decision() == Decision.CHALLENGE;
        RiskClass risk = result.intent().riskClass();
        return doing && risk != RiskClass.S && (risk == RiskClass.R || risk == RiskClass.C || result.command() != null);
    }

    private static String reference(Slots slots) {
        return slots.reference() == null ? "by" : slots.reference();
    }

    private static boolean near(@Nullable Double a, @Nullable Double b) {
        if (a == null || b == null) {
            return Objects.equals(a, b);
        }
        return Math.abs(a - b) <= SLOT_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
