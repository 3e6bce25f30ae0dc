package skylark.nlg.tokenize;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import skylark.domain.BadInputException;

/** A Hugging Face {@code tokenizer.json}, run by its native library. Belongs to one thread. */
public final class Tokenizer implements AutoCloseable {
    private static final Map<String, String> OPTIONS = Map.of("addSpecialTokens", "false", "truncation", "false");

    private final HuggingFaceTokenizer tokenizer;

    private Tokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * Loads a tokenizer; nothing is looked for on any network.
     *
     * @throws BadInputException if the file is not a tokenizer
     */
    public static Tokenizer open(Path tokenizerJson) {
        // DJL asks the network otherwise: for the library, and to count its users.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            return new Tokenizer(HuggingFaceTokenizer.newInstance(tokenizerJson, OPTIONS));
        } catch (IOException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            throw new BadInputException(tokenizerJson + ": expected a Hugging Face tokenizer.json (" + reason + ")", e);
        }
    }

    /** The ids of a text, in which special tokens are recognised; nothing is added. */
    public long[] encode(String text) {
        return tokenizer.encode(text, false, false).getIds();
    }

    /** The text of some ids, special tokens left out. */
    public String decode(long[] ids) {
        return tokenizer.decode(ids, true);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
