package skylark.pipeline;

import java.util.Arrays;
import java.util.Map;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.Reply;
import skylark.nlg.generate.Generation;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/** Drafts as tests need them. */
final class Drafts {
    static final GeneratedReply GENERATED =
            new GeneratedReply("Battery {battery}.", new Generation(Generation.Finish.EOS, 5, 2_000_000, 9_000_000));

    private Drafts() {}

    static Draft reply(long turn) {
        return new Draft(turn, 0, "how much battery is left", request(Act.ANSWER), Draft.REPLY_PRIORITY);
    }

    static Draft announcement(long number, int priority) {
        return new Draft(number, 0, "", request(Act.ANNOUNCE), priority);
    }

    static ReplyRequest request(Act act) {
        return new ReplyRequest(act, "query.battery", Slots.NONE, null, Map.of(), "", VehicleState.hover());
    }

    static Reply spoken(String text) {
        return new Reply(text, ReplySource.GENERATED, null, 2, 9);
    }

    /** Gives a draft its words and its sound. */
    static Draft voiced(Draft draft, int amplitude, int samples) {
        draft.text(new Draft.Text(spoken("Battery sixty two percent."), GENERATED));
        draft.pcm().append(sound(amplitude, samples), 0, samples);
        draft.pcm().complete();
        return draft;
    }

    static short[] sound(int amplitude, int samples) {
        short[] sound = new short[samples];
        Arrays.fill(sound, (short) amplitude);
        return sound;
    }
}
