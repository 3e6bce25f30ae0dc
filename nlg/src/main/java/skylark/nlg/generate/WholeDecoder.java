package skylark.nlg.generate;

import java.nio.FloatBuffer;
import skylark.models.onnx.OnnxCall;
import skylark.models.onnx.OnnxSession;

/** A decoder that was exported without a past: each token runs all ids again. Slow, but it works. */
final class WholeDecoder implements Decoder {
    private final OnnxSession session;
    private final ExportedShape shape;
    private final CallInputs inputs;
    private final OnnxCall call;
    private final long[] ids;
    private int length;

    /** Takes over the session. */
    WholeDecoder(OnnxSession session, ExportedShape shape, int context) {
        this.session = session;
        this.shape = shape;
        inputs = new CallInputs(shape, context, context);
        call = inputs.bind(session.call());
        ids = new long[context];
    }

    @Override
    public int vocabulary() {
        return shape.vocabulary();
    }

    @Override
    public int context() {
        return ids.length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void truncate(int newLength) {
        length = Math.min(length, newLength);
    }

    @Override
    public void forward(long[] newIds, int from, int count) {
        System.arraycopy(newIds, from, ids, length, count);
        inputs.set(ids, 0, length + count, 0);
        call.run();
        length += count;
    }

    @Override
    public FloatBuffer scores() {
        return inputs.scores();
    }

    @Override
    public int scoresAt() {
        return inputs.scoresAt();
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
        inputs.close();
    }
}
