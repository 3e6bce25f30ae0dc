package skylark.nlg.understand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import skylark.domain.Intent;
import skylark.domain.RiskClass;

/** Tells intents by sentence vector and words; the head is our own, the encoder is installed. Belongs to one thread. */
final class EncoderClassifier implements SentenceClassifier {
    private final SentenceEncoder encoder;
    private final List<Head> heads = Head.ofClassPath();
    private final Intent[] order;
    private final Map<RiskClass, Double> thresholds = new EnumMap<>(RiskClass.class);
    private final float[] byIntent = new float[Intent.values().length];

    EncoderClassifier(Path encoderFolder) {
        JsonNode about = about();
        order = new Intent[heads.get(0).outputs()];
        for (int i = 0; i < order.length; i++) {
            order[i] = Intent.byName(about.path("intents").path(i).asText())
                    .orElseThrow(() -> new IllegalStateException("head.json: does not name the intents of head.bin"));
        }
        JsonNode least = about.path("thresholds");
        for (RiskClass riskClass : RiskClass.values()) {
            double other = least.path("other").asDouble(1);
            thresholds.put(riskClass, least.path(riskClass.name()).asDouble(other));
        }
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
        float[] vector = encoder.encode(utterance.joined());
        List<String> grams = Grams.of(utterance.words());
        Arrays.fill(byIntent, 0);
        for (Head head : heads) {
            float[] guessed = head.probabilities(vector, grams);
            for (int i = 0; i < order.length; i++) {
                byIntent[order[i].ordinal()] += guessed[i] / heads.size();
            }
        }
        return byIntent;
    }

    @Override
    public double threshold(RiskClass riskClass) {
        Double least = thresholds.get(riskClass);
        return least == null ? 1 : least;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
