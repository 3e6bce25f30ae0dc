package skylark.nlg.generate;

import java.nio.ByteBuffer;
import skylark.models.onnx.ElementType;
import skylark.models.onnx.Tensor;

/**
 * The keys and values of all tokens of one generation. Time is the first axis: what the model gives for new tokens is
 * appended. Belongs to one thread.
 */
final class KeyValueCache implements AutoCloseable {
    private final Tensor past;
    private final Tensor present;
    private final ByteBuffer pastBytes;
    private final ByteBuffer presentBytes;
    private final int bytesPerToken;
    private int length;

    KeyValueCache(ModelShape shape) {
        long[] axes = {-1, shape.layers(), 2, shape.heads(), shape.headWidth()};
        past = Tensor.growing(ElementType.FLOAT32, shape.context(), axes);
        present = Tensor.growing(ElementType.FLOAT32, shape.context(), axes);
        pastBytes = past.bytes();
        presentBytes = present.bytes();
        bytesPerToken = shape.layers() * 2 * shape.heads() * shape.headWidth() * Float.BYTES;
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

    /** Forgets all tokens from this position on. */
    void truncate(int newLength) {
        length = Math.min(length, newLength);
        past.length(length);
    }

    /** Sets the lengths for a run over {@code tokens} new ids. */
    void expect(int tokens) {
        present.length(tokens);
    }

    /** Appends what the model gave for this many new ids. */
    void append(int count) {
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
