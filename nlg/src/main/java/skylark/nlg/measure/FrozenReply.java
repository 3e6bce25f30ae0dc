package skylark.nlg.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.domain.Reason;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/**
 * A situation that no reply model was trained on, frozen by {@code models/training/gate.py}.
 *
 * @param references all wordings of the training's grammar, with placeholders, the preferred first
 */
public record FrozenReply(Request request, List<String> references) {
    private static final String FILE = "held_out.jsonl";

    @JsonCreator
    public FrozenReply {}

    /** A request as the training writes it. */
    public record Request(
            String act,
            String topic,
            Slots slots,
            @Nullable String reason,
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

    /** The set that comes with the program. */
    public static List<FrozenReply> all() {
        try (InputStream in = FrozenReply.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new BadInputException(FILE + ": expected on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> DomainJson.read(line, FrozenReply.class, FILE))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
