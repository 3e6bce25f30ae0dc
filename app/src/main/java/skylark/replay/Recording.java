package skylark.replay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.VehicleState;

/**
 * One recorded utterance and what its label says about it; null is unlabelled.
 *
 * @param file where the sound is
 * @param audio the same as the caller or the manifest wrote it
 * @param text the words that were said
 * @param intent what they mean
 * @param eosS end of the last word, seconds since the first sample
 * @param snrDb of the recording
 * @param state of the vehicle for this turn
 * @param error why it cannot be played, in one line; null when it can
 */
public record Recording(
        Path file,
        String audio,
        @Nullable String text,
        @Nullable Intent intent,
        @Nullable Slots slots,
        @Nullable Double eosS,
        @Nullable String speaker,
        @Nullable Double snrDb,
        @Nullable VehicleState state,
        @Nullable String error) {

    /** Without a label. */
    public static Recording unlabelled(Path file) {
        return new Recording(file, file.toString(), null, null, null, null, null, null, null, null);
    }

    /** The same, but it cannot be played. */
    public Recording unplayable(String why) {
        return new Recording(file, audio, text, intent, slots, eosS, speaker, snrDb, state, why);
    }

    /** The same, in whatever state the vehicle really is. */
    public Recording withoutState() {
        return new Recording(file, audio, text, intent, slots, eosS, speaker, snrDb, null, error);
    }

    public boolean playable() {
        return error == null;
    }

    /** The slots of the label; none when it gives none. */
    public Slots labelledSlots() {
        return slots == null ? Slots.NONE : slots;
    }

    /** The label is of class S, Q, R or C and has every required slot; every other turn is open. */
    public boolean complete() {
        if (intent == null) {
            return false;
        }
        RiskClass risk = intent.riskClass();
        boolean asks = risk != RiskClass.X && risk != RiskClass.D;
        return asks && intent.missing(labelledSlots()).isEmpty();
    }
}
