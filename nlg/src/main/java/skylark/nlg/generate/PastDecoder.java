package skylark.nlg.generate;

import java.nio.FloatBuffer;
import skylark.models.onnx.OnnxCall;
import skylark.models.onnx.OnnxSession;

/**
 * A decoder as Hugging Face's exporter writes it, with past keys and values: GPT-2's kind and Llama's. It has two sets
 * of buffers, and what one run gives is the past of the next, so nothing is copied.
 */
final class PastDecoder implements Decoder {
    /** The scores of all ids of a run are given, not only the last one's: so a long prompt is run in pieces. */
    private static final int MOST_NEW = 64;

    private final OnnxSession session;
    private final ExportedShape shape;
    private final int context;
    private final CallInputs inputs;
    private final LayerCache[] sides;
    private final OnnxCall[] calls = new OnnxCall[2];
    private int past;
    private int length;

    /**
     * Takes over the session.
     *
     * @throws skylark.domain.BadInputException if the keys and values are not all of one shape
     */
    PastDecoder(OnnxSession session, ExportedShape shape, int context) {
        this.session = session;
        this.shape = shape;
        this.context = context;
        inputs = new CallInputs(shape, Math.min(MOST_NEW, context), context);
        sides = new LayerCache[] {new LayerCache(shape, context), new LayerCache(shape, context)};
        for (int side = 0; side < calls.length; side++) {
            calls[side] = inputs.bind(session.call());
            sides[side].bindPast(calls[side]);
            sides[1 - side].bindPresent(calls[side]);
        }
    }

    @Override
    public int vocabulary() {
        return shape.vocabulary();
    }

    @Override
    public int context() {
        return context;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void truncate(int newLength) {
        if (newLength < length) {
            sides[past].shrink(length, newLength);
            length = newLength;
        }
    }

    @Override
    public void forward(long[] ids, int from, int count) {
        for (int done = 0; done < count; ) {
            int some = Math.min(MOST_NEW, count - done);
            run(ids, from + done, some);
            done += some;
        }
    }

    private void run(long[] ids, int from, int count) {
        inputs.set(ids, from, count, length);
        sides[1 - past].length(length + count);
        calls[past].run();
        past = 1 - past;
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
        for (LayerCache side : sides) {
            side.close();
        }
    }
}
