package skylark.audio.hear;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import skylark.audio.hear.Recogniser.Word;

/**
 * Vosk's results: {@code {"partial":"..."}} and {@code {"alternatives":[{"confidence":..., "result":[{"word","start",
 * "end"}], "text":"..."}]}}, whose "confidence" is a logarithm of a likelihood.
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
     * The alternatives of a final result, the likeliest first.
     *
     * @param startS what to take off the times of the words, which Vosk counts from the recogniser's first sample
     */
    static List<Alternative> alternatives(String json, double startS) {
        List<Alternative> all = new ArrayList<>();
        try (JsonParser in = JSON.createParser(json)) {
            while (in.nextToken() != null) {
                if (in.currentToken() == JsonToken.START_OBJECT
                        && in.getParsingContext().getParent().inArray()) {
                    all.add(alternative(in, startS));
                }
            }
        } catch (IOException e) {
            throw broken(json, e);
        }
        return all;
    }

    private static Alternative alternative(JsonParser in, double startS) throws IOException {
        List<Word> words = List.of();
        double logLikelihood = 0;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "confidence" -> logLikelihood = in.getDoubleValue();
                case "result" -> words = words(in, startS);
                default -> in.skipChildren();
            }
        }
        return new Alternative(words, logLikelihood);
    }

    private static List<Word> words(JsonParser in, double startS) throws IOException {
        List<Word> words = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            words.add(word(in, startS));
        }
        return words;
    }

    private static Word word(JsonParser in, double startS) throws IOException {
        String word = "";
        double start = 0;
        double end = 0;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "word" -> word = in.getText();
                case "start" -> start = in.getDoubleValue() - startS;
                case "end" -> end = in.getDoubleValue() - startS;
                default -> in.skipChildren();
            }
        }
        return new Word(word, start, end);
    }

    private static IllegalStateException broken(String json, IOException cause) {
        return new IllegalStateException("Vosk: result is not JSON: " + json, cause);
    }
}
