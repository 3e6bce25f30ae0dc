package skylark.nlg.generate;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes small ONNX models for tests. */
final class GraphWriter {
    static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
    static final int INT64 = TensorProto.DataType.INT64_VALUE;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("decoder");
    private final Set<String> constants = new HashSet<>();

    /** A node with one output, whose name is returned. */
    String add(String op, List<String> inputs, Map<String, ?> attributes) {
        return add(op, inputs, attributes, op + "_" + graph.getNodeCount());
    }

    String add(String op, String... inputs) {
        return add(op, List.of(inputs), Map.of());
    }

    String add(String op, List<String> inputs, Map<String, ?> attributes, String output) {
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(op).addAllInput(inputs).addOutput(output);
        attributes.forEach((name, value) -> node.addAttribute(attribute(name, value)));
        graph.addNode(node);
        return output;
    }

    private static AttributeProto attribute(String name, Object value) {
        AttributeProto.Builder made = AttributeProto.newBuilder().setName(name);
        if (value instanceof Float number) {
            return made.setType(AttributeProto.AttributeType.FLOAT).setF(number).build();
        }
        if (value instanceof String text) {
            return made.setType(AttributeProto.AttributeType.STRING)
                    .setS(ByteString.copyFromUtf8(text))
                    .build();
        }
        if (value instanceof List<?> list) {
            list.forEach(each -> made.addInts(((Number) each).longValue()));
            return made.setType(AttributeProto.AttributeType.INTS).build();
        }
        return made.setType(AttributeProto.AttributeType.INT)
                .setI(((Number) value).longValue())
                .build();
    }

    void weights(Weights weights) {
        weights.all().forEach((name, all) -> floats(name, all, weights.shape(name)));
    }

    String floats(String name, float[] all, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(all.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(all);
        return tensor(name, FLOAT, raw.array(), shape);
    }

    /** A list of whole numbers; the same list is written once. */
    String ints(long... all) {
        String name = "ints" + java.util.Arrays.toString(all);
        ByteBuffer raw = ByteBuffer.allocate(all.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(all);
        return constants.add(name) ? tensor(name, INT64, raw.array(), all.length) : name;
    }

    private String tensor(String name, int type, byte[] raw, long... shape) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(type).setRawData(ByteString.copyFrom(raw));
        for (long axis : shape) {
            tensor.addDims(axis);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** An axis is a number, or a name if it is open. */
    void input(String name, int type, Object... axes) {
        graph.addInput(value(name, type, axes));
    }

    void output(String name, int type, Object... axes) {
        graph.addOutput(value(name, type, axes));
    }

    private static ValueInfoProto value(String name, int type, Object... axes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object axis : axes) {
            TensorShapeProto.Dimension.Builder one = shape.addDimBuilder();
            if (axis instanceof Number number) {
                one.setDimValue(number.longValue());
            } else {
                one.setDimParam(axis.toString());
            }
        }
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    byte[] model() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
