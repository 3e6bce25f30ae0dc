package skylark.models.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A direct buffer with a shape, allocated once and shared with ONNX Runtime. Either all axes are fixed or one varies
 * from 0 up to a capacity; the elements of the current length lie packed at the start of the buffer, in row-major
 * order.
 *
 * <p>ONNX Runtime's view of each length is made when that length is first used and kept, so that a warmed-up loop
 * allocates nothing here. Belongs to the thread of the calls that it is bound to. Close it after those calls.
 */
public final class Tensor implements AutoCloseable {
    private static final long VARIES = -1;

    private final ElementType type;
    private final long[] shape;
    private final int varyingAxis;
    private final int elementsPerLength;
    private final ByteBuffer buffer;
    private final @Nullable OnnxTensor[] views;
    private int length;
    private boolean closed;

    private Tensor(ElementType type, long[] shape, int varyingAxis, int capacity) {
        this.type = type;
        this.shape = shape.clone();
        this.varyingAxis = varyingAxis;
        this.elementsPerLength = elements(shape);
        int bytes = Math.multiplyExact(Math.multiplyExact(elementsPerLength, capacity), type.bytes());
        this.buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        this.views = new OnnxTensor[capacity + 1];
        this.length = varyingAxis < 0 ? 1 : 0;
    }

    /** A tensor whose shape never changes; no axes at all make a scalar. Zeroed. */
    public static Tensor fixed(ElementType type, long... shape) {
        for (long axis : shape) {
            if (axis < 0) {
                throw new IllegalArgumentException("a fixed shape has no open axis: " + Arrays.toString(shape));
            }
        }
        return new Tensor(type, shape, -1, 1);
    }

    /**
     * A tensor with one open axis, which begins at length 0.
     *
     * @param capacity the greatest length of the open axis
     * @param shape with exactly one -1, the open axis
     */
    public static Tensor growing(ElementType type, int capacity, long... shape) {
        int open = -1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] == VARIES && open < 0) {
                open = axis;
            } else if (shape[axis] < 0) {
                throw new IllegalArgumentException("expected one open axis: " + Arrays.toString(shape));
            }
        }
        if (open < 0) {
            throw new IllegalArgumentException("expected one open axis: " + Arrays.toString(shape));
        }
        return new Tensor(type, shape, open, capacity);
    }

    public ElementType type() {
        return type;
    }

    /** The greatest length of the open axis; 1 for a fixed shape. */
    public int capacity() {
        return views.length - 1;
    }

    /** The present length of the open axis; 1 for a fixed shape. */
    public int length() {
        return length;
    }

    /** How many elements the present length holds. */
    public int elements() {
        return elementsPerLength * length;
    }

    /**
     * Sets the open axis. What lies in the buffer stays as it is, packed for the length it was written with.
     *
     * @throws IllegalArgumentException beyond the capacity, or if the shape is fixed
     */
    public Tensor length(int newLength) {
        if (varyingAxis < 0 || newLength < 0 || newLength > capacity()) {
            throw new IllegalArgumentException(this + ": no room for length " + newLength);
        }
        length = newLength;
        return this;
    }

    /** The whole buffer as floats, up to the capacity. Make it once and keep it; position and limit are the caller's. */
    public FloatBuffer floats() {
        expect(ElementType.FLOAT32);
        return buffer.asFloatBuffer();
    }

    /** The whole buffer as 64-bit integers, up to the capacity; see {@link #floats()}. */
    public LongBuffer longs() {
        expect(ElementType.INT64);
        return buffer.asLongBuffer();
    }

    /** The whole buffer as 32-bit integers, up to the capacity; see {@link #floats()}. */
    public IntBuffer ints() {
        expect(ElementType.INT32);
        return buffer.asIntBuffer();
    }

    /** The whole buffer as bytes in native order, whatever the type; for booleans and for copying whole tensors. */
    public ByteBuffer bytes() {
        return buffer.duplicate().order(ByteOrder.nativeOrder());
    }

    int axes() {
        return shape.length;
    }

    /** The length of an axis; -1 for the open one, which accepts any. */
    long axis(int axis) {
        return shape[axis];
    }

    /** ONNX Runtime's view of the present length. */
    OnnxTensor view() throws OrtException {
        if (closed) {
            throw new IllegalStateException(this + ": used after close");
        }
        OnnxTensor view = views[length];
        if (view == null) {
            view = newView();
            views[length] = view;
        }
        return view;
    }

    private OnnxTensor newView() throws OrtException {
        long[] now = shape.clone();
        if (varyingAxis >= 0) {
            now[varyingAxis] = length;
        }
        ByteBuffer data = bytes().limit(elements() * type.bytes());
        return switch (type) {
            case FLOAT32 -> OnnxTensor.createTensor(OrtSessions.environment(), data.asFloatBuffer(), now);
            case INT64 -> OnnxTensor.createTensor(OrtSessions.environment(), data.asLongBuffer(), now);
            case INT32 -> OnnxTensor.createTensor(OrtSessions.environment(), data.asIntBuffer(), now);
            case BOOL -> OnnxTensor.createTensor(OrtSessions.environment(), data, now, OnnxJavaType.BOOL);
            case OTHER -> throw new IllegalStateException("no buffer holds this type");
        };
    }

    private static int elements(long[] shape) {
        long elements = 1;
        for (long axis : shape) {
            elements = Math.multiplyExact(elements, axis == VARIES ? 1 : axis);
        }
        return Math.toIntExact(elements);
    }

    private void expect(ElementType wanted) {
        if (type != wanted) {
            throw new IllegalStateException(this + ": asked for " + wanted);
        }
    }

    /** Frees the views; a second call does nothing. The buffer goes when nothing refers to it. */
    @Override
    public void close() {
        closed = true;
        for (int i = 0; i < views.length; i++) {
            OnnxTensor view = views[i];
            if (view != null) {
                view.close();
                views[i] = null;
            }
        }
    }

    @Override
    public String toString() {
        return type + " " + Arrays.toString(shape);
    }
}
