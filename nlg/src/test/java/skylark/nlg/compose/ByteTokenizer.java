package skylark.nlg.compose;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a tokenizer.json of GPT-2's kind: one token for each byte, a few for usual pairs, and the end of a text. */
final class ByteTokenizer {
    private static final String[] PAIRS = {"t e", "te r", "Ġ {", "B a", "o n", "i n"};

    private ByteTokenizer() {}

    /** @param more tokens beyond those, which stand for nothing */
    static String json(int more) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        ObjectNode model = root.put("version", "1.0").putObject("model").put("type", "BPE");
        ObjectNode vocabulary = model.putObject("vocab");
        vocabulary.put("<|endoftext|>", 0);
        for (int b = 0; b < 256; b++) {
            vocabulary.put(letter(b), vocabulary.size());
        }
        ArrayNode merges = model.putArray("merges");
        for (String pair : PAIRS) {
            merges.add(pair);
            vocabulary.put(pair.replace(" ", ""), vocabulary.size());
        }
        for (int i = 0; i < more; i++) {
            vocabulary.put("<unused" + i + ">", vocabulary.size());
        }
        root.putObject("pre_tokenizer")
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true);
        root.putObject("decoder")
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true);
        root.putArray("added_tokens")
                .addObject()
                .put("id", 0)
                .put("content", "<|endoftext|>")
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
        return root.toString();
    }

    /** Bytes that are no visible letter are shown as letters from 256 on, in their order. */
    private static String letter(int b) {
        int hidden = 0;
        for (int i = 0; i < b; i++) {
            hidden += isVisible(i) ? 0 : 1;
        }
        return Character.toString(isVisible(b) ? b : 256 + hidden);
    }

    private static boolean isVisible(int b) {
        return b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE && b <= 0xFF;
    }
}
