package skylark.nlg.generate;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Named matrices of floats, row by row, as a model file holds them or as chance would have it. */
final class Weights {
    private final Map<String, float[]> values = new LinkedHashMap<>();
    private final Map<String, long[]> shapes = new LinkedHashMap<>();

    /** The initializers of one of our models; those of INT8 times their scales, which stand for whole columns. */
    static Weights of(ModelProto model) {
        Weights weights = new Weights();
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE) {
                weights.put(tensor.getName(), floats(tensor.getRawData()), dims(tensor));
            }
        }
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            if (tensor.getDataType() == TensorProto.DataType.INT8_VALUE) {
                float[] scale = weights.get(tensor.getName() + ".scale");
                byte[] packed = tensor.getRawData().toByteArray();
                float[] unpacked = new float[packed.length];
                for (int i = 0; i < packed.length; i++) {
                    unpacked[i] = packed[i] * scale[i % scale.length];
                }
                weights.put(tensor.getName(), unpacked, dims(tensor));
            }
        }
        return weights;
    }

    private static float[] floats(ByteString raw) {
        float[] all = new float[raw.size() / Float.BYTES];
        ByteBuffer.wrap(raw.toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(all);
        return all;
    }

    private static long[] dims(TensorProto tensor) {
        return tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
    }

    void put(String name, float[] all, long... shape) {
        values.put(name, all);
        shapes.put(name, shape);
    }

    /** Adds a matrix by chance, of numbers about {@code middle}. */
    Weights random(Random random, String name, double middle, double spread, long... shape) {
        int size = 1;
        for (long axis : shape) {
            size *= (int) axis;
        }
        float[] all = new float[size];
        for (int i = 0; i < size; i++) {
            all[i] = (float) (middle + spread * random.nextGaussian());
        }
        put(name, all, shape);
        return this;
    }

    float[] get(String name) {
        float[] found = values.get(name);
        if (found == null) {
            throw new AssertionError("no weights " + name + ", only " + values.keySet());
        }
        return found;
    }

    Map<String, float[]> all() {
        return values;
    }

    long[] shape(String name) {
        return shapes.get(name);
    }
}
