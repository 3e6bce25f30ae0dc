package skylark.nlg.generate;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.models.onnx.OnnxSession;
import skylark.models.onnx.TensorSpec;

/**
 * What a decoder's graph says of itself, by the names that Hugging Face's exporter gives: {@code input_ids}, {@code
 * attention_mask}, {@code position_ids}, {@code past_key_values.N.key} and {@code .value}; {@code logits}, {@code
 * present.N.key} and {@code .value}.
 *
 * @param layers with keys and values; 0 for a graph without a past
 * @param keyHeads heads of the keys and values; fewer than the heads of attention where these are grouped
 * @param headWidth numbers in one key
 * @param vocabulary tokens that are scored
 */
record ExportedShape(int layers, int keyHeads, int headWidth, int vocabulary, boolean hasMask, boolean hasPositions) {
    private static final Pattern PAST = Pattern.compile("past_key_values\\.(\\d+)\\.(key|value)");
    private static final int KEY_AXES = 4;

    /**
     * Reads the names and shapes of a model.
     *
     * @throws BadInputException if they are not a decoder's
     */
    static ExportedShape of(OnnxSession session) {
        Set<String> strange = new TreeSet<>(session.inputs().keySet());
        strange.removeIf(name -> PAST.matcher(name).matches());
        boolean hasIds = strange.remove("input_ids");
        boolean hasMask = strange.remove("attention_mask");
        boolean hasPositions = strange.remove("position_ids");
        if (!hasIds || !strange.isEmpty()) {
            throw new BadInputException(session.name() + ": expected the inputs input_ids, attention_mask,"
                    + " position_ids, past_key_values.N.key and .value, got "
                    + session.inputs().keySet());
        }
        int layers = layers(session.inputs());
        TensorSpec key = session.inputs().get("past_key_values.0.key");
        return new ExportedShape(
                layers,
                key == null ? 0 : keyAxis(session, key, 1, "heads"),
                key == null ? 0 : keyAxis(session, key, KEY_AXES - 1, "numbers in a head"),
                vocabulary(session),
                hasMask,
                hasPositions);
    }

    /** What two sets of keys and values take for one id. */
    long cacheBytes() {
        return 2L * layers * 2 * keyHeads * headWidth * Float.BYTES;
    }

    private static int layers(Map<String, TensorSpec> inputs) {
        int layers = 0;
        while (inputs.containsKey(key("past_key_values", layers))) {
            layers++;
        }
        return layers;
    }

    static String key(String kind, int layer) {
        return kind + "." + layer + ".key";
    }

    static String value(String kind, int layer) {
        return kind + "." + layer + ".value";
    }

    private static int keyAxis(OnnxSession session, TensorSpec key, int axis, String what) {
        if (key.shape().size() != KEY_AXES || key.shape().get(axis) < 1) {
            throw new BadInputException(session.name() + ": input 'past_key_values.0.key' is " + key
                    + ", expected [batch, heads, past, size] with a fixed number of " + what);
        }
        return Math.toIntExact(key.shape().get(axis));
    }

    private static int vocabulary(OnnxSession session) {
        @Nullable TensorSpec logits = session.outputs().get("logits");
        if (logits == null || logits.shape().size() != 3 || logits.shape().get(2) < 1) {
            throw new BadInputException(session.name() + ": expected an output logits [batch, ids, vocabulary], got "
                    + (logits == null ? session.outputs().keySet() : logits));
        }
        return Math.toIntExact(logits.shape().get(2));
    }
}
