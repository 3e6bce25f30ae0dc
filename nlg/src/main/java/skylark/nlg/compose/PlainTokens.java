package skylark.nlg.compose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import skylark.domain.BadInputException;
import skylark.nlg.generate.PlainConstraint;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.tokenize.Tokenizer;
import skylark.nlg.tokenize.Vocabulary;

/** What a tokenizer of another origin has for a reply: speakable tokens, a line's end, placeholders in pieces. Immutable. */
final class PlainTokens {
    private final boolean[] text;
    private final int end;
    private final Map<String, int[]> placeholders = new HashMap<>();

    /**
     * Asks the tokenizer for what is needed; keeps nothing of it.
     *
     * @param model ends the reply by its own token if the tokenizer has no line's end
     * @throws BadInputException if there is neither
     */
    PlainTokens(Tokenizer tokenizer, Vocabulary vocabulary, ExportedModel model) {
        text = new boolean[vocabulary.size()];
        for (int id = 0; id < text.length; id++) {
            text[id] = vocabulary.isSpeakable(id);
        }
        int[] lineEnd = following(tokenizer, "\n");
        end = lineEnd.length == 1 ? lineEnd[0] : model.eos();
        if (end < 0 || end >= text.length) {
            throw new BadInputException(
                    model.tokenizer() + ": expected a token for a line's end, or eos_token_id in config.json");
        }
        for (Placeholder placeholder : Placeholder.values()) {
            int[] ids = withoutText(following(tokenizer, " " + placeholder.token()));
            if (ids.length > 0) {
                placeholders.put(placeholder.token(), ids);
            }
        }
    }

    /** The ids of a text that follows a full stop; none if the tokenizer joins the two. */
    private static int[] following(Tokenizer tokenizer, String text) {
        long[] before = tokenizer.encode("on.");
        long[] both = tokenizer.encode("on." + text);
        boolean apart = both.length > before.length && Arrays.equals(before, 0, before.length, both, 0, before.length);
        return apart
                ? Arrays.stream(both, before.length, both.length)
                        .mapToInt(Math::toIntExact)
                        .toArray()
                : new int[0];
    }

    /** From the brace on, where the space before it has a token of its own. */
    private int[] withoutText(int[] ids) {
        int from = 0;
        while (from < ids.length && text[ids[from]]) {
            from++;
        }
        return Arrays.copyOfRange(ids, from, ids.length);
    }

    /** The token that ends a reply. */
    int end() {
        return end;
    }

    PlainConstraint allowing(List<String> names) {
        List<int[]> spelled =
                names.stream().map(placeholders::get).filter(Objects::nonNull).toList();
        return new PlainConstraint(text, end, spelled);
    }
}
