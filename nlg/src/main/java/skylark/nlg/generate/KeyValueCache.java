package skylark.nlg.generate;

import java.nio.ByteBuffer;
import skylark.models.onnx.ElementType;
import skylark.models.onnx.Tensor;

/**
 * The keys and values of all tokens so far, and the ids they belong to, so that a prompt that begins like the one before
 * is not computed again. Time is the first axis: what the model gives for new tokens is appended. Belongs to one thread.
 */
final class KeyValueCache implements AutoCloseable {
    private final Tensor past;
    private final Tensor present;
    private final ByteBuffer pastBytes;
    private final ByteBuffer presentBytes;
    private final int bytesPerToken;
    private final long[] ids;
    private int length;

    KeyValueCache(ModelShape shape) {
        long[] axes = {-1, shape.layers(), 2, shape.heads(), shape.headWidth()};
        past = Tensor.growing(ElementType.FLOAT32, shape.context(), axes);
        present = Tensor.growing(ElementType.FLOAT32, shape.context(), axes);
        pastBytes = past.bytes();
        presentBytes = present.bytes();
        bytesPerToken = shape.layers() * 2 * shape.heads() * shape.headWidth() * Float.BYTES;
        ids = new long[shape.context()];
    }

    Tensor past() {
        return past;
    }

    Tensor present() {
        return present;
    }

    int length() {
        return length;
    }

    /** Keeps what belongs to the beginning of this prompt, all but its last token at most; returns how many tokens. */
    int keep(long[] prompt) {
        int same = 0;
        int most = Math.min(length, prompt.length - 1);
        while (same < most && ids[same] == prompt[same]) {
            same++;
        }
        truncate(same);
        return same;
    }

    /** Forgets all after the first {@code tokens}. */
    void truncate(int tokens) {
        length = tokens;
        past.length(tokens);
    }

    /** Sets the lengths for a run over {@code tokens} new ids. */
    void expect(int tokens) {
        present.length(tokens);
    }

    /** Appends what the model gave for these new ids. */
    void append(long[] newIds, int from, int count) {
        System.arraycopy(newIds, from, ids, length, count);
        pastBytes.put(length * bytesPerToken, presentBytes, 0, count * bytesPerToken);
        length += count;
        past.length(length);
    }

    @Override
    public void close() {
        past.close();
        present.close();
    }
}
