package skylark.nlg.generate;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import skylark.models.onnx.ElementType;
import skylark.models.onnx.OnnxCall;
import skylark.models.onnx.Tensor;

/** Ids, mask, positions and scores of an exported decoder, in direct buffers. Belongs to one thread. */
final class CallInputs implements AutoCloseable {
    private final ExportedShape shape;
    private final Tensor inputIds;
    private final Tensor mask;
    private final Tensor positions;
    private final Tensor logits;
    private final LongBuffer ids;
    private final LongBuffer places;
    private final FloatBuffer scores;

    /**
     * @param mostNew most ids of one run
     * @param mostSeen most ids in all
     */
    CallInputs(ExportedShape shape, int mostNew, int mostSeen) {
        this.shape = shape;
        inputIds = Tensor.growing(ElementType.INT64, mostNew, 1, -1);
        mask = Tensor.growing(ElementType.INT64, mostSeen, 1, -1);
        positions = Tensor.growing(ElementType.INT64, mostNew, 1, -1);
        logits = Tensor.growing(ElementType.FLOAT32, mostNew, 1, -1, shape.vocabulary());
        ids = inputIds.longs();
        places = positions.longs();
        scores = logits.floats();
        LongBuffer ones = mask.longs();
        for (int i = 0; i < mostSeen; i++) {
            ones.put(i, 1);
        }
    }

    /** Binds what the model has of these. */
    OnnxCall bind(OnnxCall call) {
        call.input("input_ids", inputIds).output("logits", logits);
        if (shape.hasMask()) {
            call.input("attention_mask", mask);
        }
        if (shape.hasPositions()) {
            call.input("position_ids", positions);
        }
        return call;
    }

    /** Sets the next run: {@code count} ids that follow {@code seen} others. */
    void set(long[] newIds, int from, int count, int seen) {
        ids.put(0, newIds, from, count);
        for (int i = 0; i < count; i++) {
            places.put(i, seen + i);
        }
        inputIds.length(count);
        positions.length(count);
        mask.length(seen + count);
        logits.length(count);
    }

    FloatBuffer scores() {
        return scores;
    }

    /** Where the scores of the last id begin. */
    int scoresAt() {
        return (logits.length() - 1) * shape.vocabulary();
    }

    @Override
    public void close() {
        inputIds.close();
        mask.close();
        positions.close();
        logits.close();
    }
}
