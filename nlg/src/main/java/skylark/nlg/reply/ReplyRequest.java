package skylark.nlg.reply;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.Reason;
import skylark.domain.Slots;
import skylark.domain.VehicleState;

/**
 * All that the words of one reply or announcement depend on.
 *
 * @param act what the reply does
 * @param topic an intent's wire name, or an announcement's code when {@code act} is {@code ANNOUNCE}
 * @param slots what the operator said
 * @param reason why, when refused or rejected
 * @param args further values that may be spoken, by placeholder name: {@code limit}, {@code phrase}, {@code slot},
 *     {@code register}; already in words
 * @param words the operator's normalised words; empty for an announcement
 * @param state the vehicle at the moment of speaking
 */
public record ReplyRequest(
        Act act,
        String topic,
        Slots slots,
        @Nullable Reason reason,
        Map<String, String> args,
        String words,
        VehicleState state) {
    /** The argument that says how full the words are to be: brief, plain (the default), full or radio. */
    public static final String REGISTER = "register";

    public ReplyRequest {
        args = Map.copyOf(args);
    }

    public ReplyRequest withState(VehicleState newer) {
        return new ReplyRequest(act, topic, slots, reason, args, words, newer);
    }
}
