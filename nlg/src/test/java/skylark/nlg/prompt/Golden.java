package skylark.nlg.prompt;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import skylark.domain.DomainJson;
import skylark.domain.Reason;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/** One prompt that the training wrote: {@code models/training/golden.py}. */
public record Golden(Request request, String prompt, long[] ids) {

    /** A request as the training has it. */
    public record Request(
            String act,
            String topic,
            Slots slots,
            String reason,
            Map<String, String> args,
            String words,
            VehicleState state) {
        @JsonCreator
        public Request {}

        public ReplyRequest inJava() {
            Reason why = reason == null ? null : Reason.valueOf(reason.toUpperCase(Locale.ROOT));
            return new ReplyRequest(Act.valueOf(act.toUpperCase(Locale.ROOT)), topic, slots, why, args, words, state);
        }
    }

    public static List<Golden> all() {
        try (InputStream in = Golden.class.getResourceAsStream("golden.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> DomainJson.read(line, Golden.class, "golden.jsonl"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PromptTable table() {
        return PromptTable.read(Golden.class.getResourceAsStream("/skylark/nlg/model/prompt.json"), "prompt.json");
    }
}
