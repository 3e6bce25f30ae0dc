package skylark.audio.hear;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.audio.hear.Recogniser.Word;

/**
 * Vosk's results: {@code {"partial":"..."}}, {@code {"text":"...","result":[...]}} and
 * {@code {"partial":"...","partial_result":[...]}}, whose entries are {@code {"word","start","end","conf"}}.
 */
final class VoskJson {
    private static final JsonFactory JSON = new JsonFactory();

    private VoskJson() {}

    /** The words of a partial result; empty when it has none. */
    static String partial(String json) {
        try (JsonParser in = JSON.createParser(json)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.FIELD_NAME && "partial".equals(in.currentName())) {
                    return in.nextTextValue();
                }
            }
            return "";
        } catch (IOException e) {
            throw broken(json, e);
        }
    }

    /**
     * A result with its words, in the domain's spelling.
     *
     * @param startS what to take off the times of the words, which Vosk counts from the recogniser's first sample
     */
    static Transcript transcript(String json, double startS) {
        List<Word> words = new ArrayList<>();
        try (JsonParser in = JSON.createParser(json)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.START_OBJECT
                        && in.getParsingContext().getParent().inArray()) {
                    words.add(word(in, startS));
                }
            }
        } catch (IOException e) {
            throw broken(json, e);
        }
        return transcript(words);
    }

    private static Transcript transcript(List<Word> words) {
        if (words.isEmpty()) {
            return Transcript.EMPTY;
        }
        StringBuilder text = new StringBuilder();
        double confidence = 0;
        for (Word word : words) {
            text.append(text.isEmpty() ? "" : " ").append(word.word());
            confidence += word.confidence();
        }
        return new Transcript(Spelling.toDomain(text.toString()), confidence / words.size(), words);
    }

    private static Word word(JsonParser in, double startS) throws IOException {
        String word = "";
        double start = 0;
        double end = 0;
        double confidence = 0;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "word" -> word = in.getText();
                case "start" -> start = in.getDoubleValue() - startS;
                case "end" -> end = in.getDoubleValue() - startS;
                case "conf" -> confidence = in.getDoubleValue();
                default -> in.skipChildren();
            }
        }
        return new Word(word, start, end, confidence);
    }

    private static IllegalStateException broken(String json, IOException cause) {
        return new IllegalStateException("Vosk: result is not JSON: " + json, cause);
    }
}
