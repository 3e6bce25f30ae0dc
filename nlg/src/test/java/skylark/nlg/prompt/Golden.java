package skylark.nlg.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import skylark.domain.DomainJson;
import skylark.nlg.measure.FrozenReply;

/** One prompt that the training wrote: {@code models/training/golden.py}. */
public record Golden(FrozenReply.Request request, String prompt, long[] ids) {

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
