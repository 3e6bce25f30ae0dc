package skylark.nlg.tokenize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import skylark.domain.BadInputException;

/**
 * The tokens of a byte-level tokenizer as text, so that a stream of ids becomes words without a native call. Immutable.
 */
public final class Vocabulary {
    /** The byte-level alphabet writes a space as this letter; printable ASCII stands for itself. */
    private static final char SPACE = '\u0120';
    /** What SentencePiece, and so Llama's first tokenizers, write for a space. */
    private static final char OTHER_SPACE = '\u2581';

    private static final Pattern SPEAKABLE = Pattern.compile("[A-Za-z ,.:?'-]+");
    private static final JsonMapper JSON = new JsonMapper();

    private final String[] pieces;
    private final boolean[] special;
    private final Map<String, Integer> specialIds;

    private Vocabulary(String[] pieces, boolean[] special, Map<String, Integer> specialIds) {
        this.pieces = pieces;
        this.special = special;
        this.specialIds = specialIds;
    }

    /**
     * Reads the vocabulary of a {@code tokenizer.json}.
     *
     * @throws BadInputException if the file is not a tokenizer with a vocabulary
     */
    public static Vocabulary read(Path tokenizerJson) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(tokenizerJson));
            return of(root.path("model").path("vocab"), root.path("added_tokens"), tokenizerJson);
        } catch (IOException e) {
            throw new BadInputException(tokenizerJson + ": expected a Hugging Face tokenizer.json", e);
        }
    }

    private static Vocabulary of(JsonNode vocab, JsonNode added, Path file) {
        if (!vocab.isObject() || vocab.isEmpty()) {
            throw new BadInputException(file + ": expected a vocabulary at model.vocab");
        }
        Map<Integer, String> texts = new HashMap<>();
        vocab.properties().forEach(entry -> texts.put(entry.getValue().asInt(-1), text(entry.getKey())));
        Map<String, Integer> specialIds = new HashMap<>();
        for (JsonNode token : added) {
            specialIds.put(token.path("content").asText(), token.path("id").asInt(-1));
            texts.put(token.path("id").asInt(-1), token.path("content").asText());
        }
        String[] pieces = new String[texts.size()];
        boolean[] special = new boolean[texts.size()];
        texts.forEach((id, text) -> pieces[checked(id, pieces.length, file)] = text);
        specialIds.values().forEach(id -> special[id] = true);
        return new Vocabulary(pieces, special, Map.copyOf(specialIds));
    }

    private static int checked(int id, int size, Path file) {
        if (id < 0 || id >= size) {
            throw new BadInputException(file + ": expected ids without gaps from 0 to " + (size - 1) + ", got " + id);
        }
        return id;
    }

    private static String text(String piece) {
        return piece.replace(SPACE, ' ').replace(OTHER_SPACE, ' ');
    }

    public int size() {
        return pieces.length;
    }

    /** The text of a token, a leading space included. */
    public String piece(int id) {
        return pieces[id];
    }

    /** Whether the token is a marker, a flag or a placeholder, not text. */
    public boolean isSpecial(int id) {
        return special[id];
    }

    /** Whether the token is text that may be spoken: letters and plain punctuation, so never a digit. */
    public boolean isSpeakable(int id) {
        return !special[id] && SPEAKABLE.matcher(pieces[id]).matches();
    }

    /** Calls {@code action} for each special token. */
    public void forEachSpecial(ObjIntConsumer<String> action) {
        specialIds.forEach(action::accept);
    }

    /**
     * The id of a special token.
     *
     * @throws BadInputException if this vocabulary has none of that name
     */
    public int specialId(String token) {
        Integer id = specialIds.get(token);
        if (id == null) {
            throw new BadInputException("tokenizer.json: expected a token " + token);
        }
        return id;
    }
}
