package skylark.models.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * An input or output as the model declares it.
 *
 * @param shape one entry for each axis; -1 where the model leaves the length open
 */
public record TensorSpec(ElementType type, List<Long> shape) {
    public TensorSpec {
        shape = List.copyOf(shape);
    }

    static TensorSpec of(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo info)) {
            return new TensorSpec(ElementType.OTHER, List.of());
        }
        List<Long> shape = new ArrayList<>();
        for (long axis : info.getShape()) {
            shape.add(axis);
        }
        return new TensorSpec(ElementType.of(info.type), shape);
    }

    boolean accepts(Tensor tensor) {
        if (tensor.type() != type || tensor.axes() != shape.size()) {
            return false;
        }
        for (int axis = 0; axis < shape.size(); axis++) {
            long wanted = shape.get(axis);
            if (wanted >= 0 && wanted != tensor.axis(axis)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return type + " " + shape;
    }
}
