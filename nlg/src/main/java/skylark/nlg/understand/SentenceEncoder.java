package skylark.nlg.understand;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import skylark.domain.BadInputException;
import skylark.models.onnx.ElementType;
import skylark.models.onnx.OnnxCall;
import skylark.models.onnx.OnnxSession;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.models.onnx.Tensor;
import skylark.nlg.tokenize.Tokenizer;

/**
 * Sentences to vectors of length 1: all-MiniLM-L6-v2, the mean of its last hidden states. Belongs to one thread, which
 * also computes.
 */
final class SentenceEncoder implements AutoCloseable {
    /** How many numbers a vector has. */
    static final int SIZE = 384;

    private static final int MAX_TOKENS = 64;
    private static final String OUTPUT = "last_hidden_state";

    private final Tokenizer tokenizer;
    private final OnnxSession session;
    private final OnnxCall call;
    private final Map<String, Tensor> inputs;
    private final Tensor hidden;
    private final FloatBuffer states;
    private final LongBuffer ids;
    private final long begin;
    private final long end;
    private final float[] vector = new float[SIZE];

    /**
     * @param folder with {@code model.onnx} and {@code tokenizer.json}
     * @throws BadInputException if one is missing or of another kind
     */
    SentenceEncoder(Path folder) {
        tokenizer = Tokenizer.open(folder.resolve("tokenizer.json"));
        begin = special("[CLS]", folder);
        end = special("[SEP]", folder);
        session = new OrtSessions(OnnxSettings.cpu()).open(folder.resolve("model.onnx"));
        inputs = Map.of("input_ids", tokens(), "attention_mask", tokens(), "token_type_ids", tokens());
        hidden = Tensor.growing(ElementType.FLOAT32, MAX_TOKENS, 1, -1, SIZE);
        states = hidden.floats();
        ids = input("input_ids").longs();
        LongBuffer mask = input("attention_mask").longs();
        for (int i = 0; i < MAX_TOKENS; i++) {
            mask.put(i, 1);
        }
        call = session.call().output(OUTPUT, hidden);
        inputs.forEach(call::input);
    }

    private static Tensor tokens() {
        return Tensor.growing(ElementType.INT64, MAX_TOKENS, 1, -1);
    }

    private Tensor input(String name) {
        Tensor tensor = inputs.get(name);
        if (tensor == null) {
            throw new IllegalStateException("no input " + name);
        }
        return tensor;
    }

    private long special(String token, Path folder) {
        long[] found = tokenizer.encode(token);
        if (found.length != 1) {
            throw new BadInputException(folder.resolve("tokenizer.json") + ": expected one with the token " + token);
        }
        return found[0];
    }

    /** The vector of a sentence; overwritten by the next call. Of a long sentence the beginning counts. */
    float[] encode(String sentence) {
        long[] words = tokenizer.encode(sentence);
        int inner = Math.min(words.length, MAX_TOKENS - 2);
        int length = inner + 2;
        ids.put(0, begin).put(1, words, 0, inner).put(length - 1, end);
        inputs.values().forEach(tensor -> tensor.length(length));
        hidden.length(length);
        call.run();
        return pooled(length);
    }

    private float[] pooled(int length) {
        double squares = 0;
        for (int i = 0; i < SIZE; i++) {
            float sum = 0;
            for (int token = 0; token < length; token++) {
                sum += states.get(token * SIZE + i);
            }
            vector[i] = sum;
            squares += (double) sum * sum;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
        for (int i = 0; i < SIZE; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    @Override
    public void close() {
        session.close();
        inputs.values().forEach(Tensor::close);
        hidden.close();
        tokenizer.close();
    }
}
