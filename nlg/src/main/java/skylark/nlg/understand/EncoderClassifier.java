package skylark.nlg.understand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import skylark.domain.Intent;

/** Tells intents by sentence vector and words; the head is our own, the encoder is installed. Belongs to one thread. */
final class EncoderClassifier implements SentenceClassifier {
    private final SentenceEncoder encoder;
    private final Head head = Head.ofClassPath();
    private final Intent[] order;
    private final double commandThreshold;
    private final double otherThreshold;
    private final float[] byIntent = new float[Intent.values().length];

    EncoderClassifier(Path encoderFolder) {
        JsonNode about = about();
        order = new Intent[head.outputs()];
        for (int i = 0; i < order.length; i++) {
            order[i] = Intent.byName(about.path("intents").path(i).asText())
                    .orElseThrow(() -> new IllegalStateException("head.json: does not name the intents of head.bin"));
        }
        commandThreshold = about.path("thresholds").path("command").asDouble(1);
        otherThreshold = about.path("thresholds").path("other").asDouble(1);
        encoder = new SentenceEncoder(encoderFolder);
    }

    private static JsonNode about() {
        try (InputStream in = EncoderClassifier.class.getResourceAsStream("head.json")) {
            if (in == null) {
                throw new IllegalStateException("head.json: not in the class path");
            }
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("head.json: cannot be read", e);
        }
    }

    @Override
    public float[] probabilities(Utterance utterance) {
        float[] guessed = head.probabilities(encoder.encode(utterance.joined()), Grams.of(utterance.words()));
        Arrays.fill(byIntent, 0);
        for (int i = 0; i < order.length; i++) {
            byIntent[order[i].ordinal()] = guessed[i];
        }
        return byIntent;
    }

    @Override
    public double threshold(boolean command) {
        return command ? commandThreshold : otherThreshold;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
