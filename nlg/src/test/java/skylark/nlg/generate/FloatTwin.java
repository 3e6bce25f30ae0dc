package skylark.nlg.generate;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes of one of our INT8 models the FP32 model with the same weights: each chain of quantise, multiply whole numbers,
 * cast and scale becomes one product of floats. ONNX Runtime drops the nodes that nobody needs any more.
 */
final class FloatTwin {
    private final GraphProto int8;
    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, NodeProto> users = new HashMap<>();

    private FloatTwin(GraphProto int8) {
        this.int8 = int8;
        for (NodeProto node : int8.getNodeList()) {
            node.getOutputList().forEach(output -> makers.put(output, node));
            node.getInputList().forEach(input -> users.put(input, node));
        }
    }

    static byte[] of(ModelProto model) {
        GraphProto graph = new FloatTwin(model.getGraph()).graph(Weights.of(model));
        return model.toBuilder().setGraph(graph).build().toByteArray();
    }

    private GraphProto graph(Weights weights) {
        GraphProto.Builder floats = int8.toBuilder().clearNode();
        Set<String> unpacked = new HashSet<>();
        Map<String, NodeProto> products = new HashMap<>();
        for (NodeProto node : int8.getNodeList()) {
            if (node.getOpType().equals("MatMulInteger")) {
                String weight = node.getInput(1);
                if (unpacked.add(weight)) {
                    floats.addInitializer(tensor(weight + ".float", weights.get(weight), weights.shape(weight)));
                }
                NodeProto scaled = users.get(users.get(node.getOutput(0)).getOutput(0));
                products.put(scaled.getOutput(0), product(node, scaled.getOutput(0), weight));
            }
        }
        for (NodeProto node : int8.getNodeList()) {
            floats.addNode(products.getOrDefault(node.getOutput(0), node));
        }
        return floats.build();
    }

    private NodeProto product(NodeProto whole, String output, String weight) {
        NodeProto quantise = makers.get(whole.getInput(0));
        return NodeProto.newBuilder()
                .setOpType("MatMul")
                .addInput(quantise.getInput(0))
                .addInput(weight + ".float")
                .addOutput(output)
                .build();
    }

    private static TensorProto tensor(String name, float[] all, long[] shape) {
        ByteBuffer raw = ByteBuffer.allocate(all.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(all);
        TensorProto.Builder made = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(raw.array()));
        for (long axis : shape) {
            made.addDims(axis);
        }
        return made.build();
    }
}
