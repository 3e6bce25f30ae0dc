package skylark.nlg.generate;

import java.nio.ByteBuffer;
import skylark.models.onnx.ElementType;
import skylark.models.onnx.OnnxCall;
import skylark.models.onnx.Tensor;

/**
 * One set of keys and values as an exported decoder takes and gives them: for each layer two tensors [1, heads, ids,
 * size]. Belongs to one thread.
 */
final class LayerCache implements AutoCloseable {
    private final ExportedShape shape;
    private final Tensor[] keys;
    private final Tensor[] values;
    private final ByteBuffer[] bytes;

    LayerCache(ExportedShape shape, int context) {
        this.shape = shape;
        keys = new Tensor[shape.layers()];
        values = new Tensor[shape.layers()];
        bytes = new ByteBuffer[2 * shape.layers()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            keys[layer] = Tensor.growing(ElementType.FLOAT32, context, 1, shape.keyHeads(), -1, shape.headWidth());
            values[layer] = Tensor.growing(ElementType.FLOAT32, context, 1, shape.keyHeads(), -1, shape.headWidth());
            bytes[2 * layer] = keys[layer].bytes();
            bytes[2 * layer + 1] = values[layer].bytes();
        }
    }

    void bindPast(OnnxCall call) {
        for (int layer = 0; layer < keys.length; layer++) {
            call.input(ExportedShape.key("past_key_values", layer), keys[layer]);
            call.input(ExportedShape.value("past_key_values", layer), values[layer]);
        }
    }

    void bindPresent(OnnxCall call) {
        for (int layer = 0; layer < keys.length; layer++) {
            call.output(ExportedShape.key("present", layer), keys[layer]);
            call.output(ExportedShape.value("present", layer), values[layer]);
        }
    }

    void length(int ids) {
        for (int layer = 0; layer < keys.length; layer++) {
            keys[layer].length(ids);
            values[layer].length(ids);
        }
    }

    /** Keeps the first {@code now} of {@code before} ids: the heads move together. */
    void shrink(int before, int now) {
        int id = shape.headWidth() * Float.BYTES;
        for (ByteBuffer each : bytes) {
            for (int head = 1; head < shape.keyHeads(); head++) {
                each.put(head * now * id, each, head * before * id, now * id);
            }
        }
        length(now);
    }

    @Override
    public void close() {
        for (int layer = 0; layer < keys.length; layer++) {
            keys[layer].close();
            values[layer].close();
        }
    }
}
