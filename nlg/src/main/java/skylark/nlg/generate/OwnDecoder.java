package skylark.nlg.generate;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import skylark.models.onnx.ElementType;
import skylark.models.onnx.OnnxCall;
import skylark.models.onnx.OnnxSession;
import skylark.models.onnx.Tensor;

/**
 * A decoder of ours: one graph for prefill and steps, as {@code models/training/export.py} writes it.
 *
 * <p>Inputs {@code input_ids} [1, n] and {@code past} [p, layers, 2, heads, size]; outputs {@code logits} [1,
 * vocabulary] of the last id and {@code present} [n, ...] of the new ids. All four lie in direct buffers made once.
 */
final class OwnDecoder implements Decoder {
    private final OnnxSession session;
    private final ModelShape shape;
    private final KeyValueCache cache;
    private final Tensor inputIds;
    private final Tensor logits;
    private final LongBuffer ids;
    private final FloatBuffer scores;
    private final OnnxCall call;

    /**
     * Takes over the session.
     *
     * @throws skylark.domain.BadInputException if the model is not of this shape
     */
    OwnDecoder(OnnxSession session, ModelShape shape) {
        this.session = session;
        this.shape = shape;
        cache = new KeyValueCache(shape);
        inputIds = Tensor.growing(ElementType.INT64, shape.context(), 1, -1);
        logits = Tensor.fixed(ElementType.FLOAT32, 1, shape.vocab());
        ids = inputIds.longs();
        scores = logits.floats();
        call = session.call()
                .input("input_ids", inputIds)
                .input("past", cache.past())
                .output("logits", logits)
                .output("present", cache.present());
    }

    @Override
    public int vocabulary() {
        return shape.vocab();
    }

    @Override
    public int context() {
        return shape.context();
    }

    @Override
    public int length() {
        return cache.length();
    }

    @Override
    public void truncate(int length) {
        cache.truncate(length);
    }

    @Override
    public void forward(long[] newIds, int from, int count) {
        ids.put(0, newIds, from, count);
        inputIds.length(count);
        cache.expect(count);
        call.run();
        cache.append(count);
    }

    @Override
    public FloatBuffer scores() {
        return scores;
    }

    @Override
    public int scoresAt() {
        return 0;
    }

    @Override
    public void cancel() {
        session.cancel();
    }

    @Override
    public void rearm() {
        session.rearm();
    }

    @Override
    public void close() {
        session.close();
        cache.close();
        inputIds.close();
        logits.close();
    }
}
