package skylark.nlg.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trained layers on top of the sentence vector: a hidden layer that also takes hashed words, word pairs and pieces, and a
 * softmax over intents, calibrated. Belongs to one thread. Made by {@code models/training/understanding.py}, which
 * describes the file.
 */
final class Head {
    private static final String MAGIC = "SKYHEAD1";

    private final int buckets;
    private final int hidden;
    private final int outputs;
    private final float gramScale;
    private final byte[] gramRows;
    private final float[] first;
    private final float[] firstBias;
    private final float[] second;
    private final float[] secondBias;
    private final float[] layer;
    private final float[] probabilities;

    /** Reads the head that begins where {@code in} stands. */
    Head(ByteBuffer in) {
        byte[] magic = new byte[MAGIC.length()];
        in.get(magic);
        if (!MAGIC.equals(new String(magic, StandardCharsets.US_ASCII))) {
            throw new IllegalStateException("head.bin: expected to begin with " + MAGIC);
        }
        buckets = in.getInt();
        hidden = in.getInt();
        outputs = in.getInt();
        gramScale = in.getFloat();
        gramRows = new byte[buckets * hidden];
        in.get(gramRows);
        first = floats(in, hidden * SentenceEncoder.SIZE);
        firstBias = floats(in, hidden);
        second = floats(in, outputs * hidden);
        secondBias = floats(in, outputs);
        layer = new float[hidden];
        probabilities = new float[outputs];
    }

    /** All heads of the file; the mean of what they say counts. */
    static List<Head> ofClassPath() {
        try (InputStream in = Head.class.getResourceAsStream("head.bin")) {
            if (in == null) {
                throw new IllegalStateException("head.bin: not in the class path beside " + Head.class);
            }
            ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            List<Head> heads = new ArrayList<>();
            while (file.hasRemaining()) {
                heads.add(new Head(file));
            }
            return heads;
        } catch (IOException e) {
            throw new UncheckedIOException("head.bin: cannot be read", e);
        }
    }

    /** How many probabilities come out. */
    int outputs() {
        return outputs;
    }

    /** One probability for each intent of the training, in its order; overwritten by the next call. */
    float[] probabilities(float[] vector, List<String> grams) {
        addGrams(grams);
        for (int h = 0; h < hidden; h++) {
            layer[h] = Math.max(0, layer[h] + firstBias[h] + dot(first, h * SentenceEncoder.SIZE, vector));
        }
        for (int o = 0; o < outputs; o++) {
            probabilities[o] = secondBias[o] + dot(second, o * hidden, layer);
        }
        softmax(probabilities);
        return probabilities;
    }

    private void addGrams(List<String> grams) {
        Arrays.fill(layer, 0);
        float scale = (float) (gramScale / Math.sqrt(Math.max(1, grams.size())));
        for (String gram : grams) {
            int row = bucket(gram) * hidden;
            for (int h = 0; h < hidden; h++) {
                layer[h] += gramRows[row + h] * scale;
            }
        }
    }

    /** FNV-1a, folded. */
    private int bucket(String gram) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < gram.length(); i++) {
            hash = (hash ^ gram.charAt(i)) * 0x01000193;
        }
        return (hash ^ (hash >>> 16)) & (buckets - 1);
    }

    private static float dot(float[] matrix, int from, float[] vector) {
        float sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += matrix[from + i] * vector[i];
        }
        return sum;
    }

    private static void softmax(float[] logits) {
        float max = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        float sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.exp(logits[i] - max);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
    }

    private static float[] floats(ByteBuffer in, int count) {
        float[] values = new float[count];
        in.asFloatBuffer().get(values);
        in.position(in.position() + count * Float.BYTES);
        return values;
    }
}
