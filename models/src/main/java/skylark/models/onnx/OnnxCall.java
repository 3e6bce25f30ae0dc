package skylark.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import skylark.domain.BadInputException;

/**
 * One way of running a session: tensors bound to its inputs and outputs, once. A decoder that alternates between two
 * caches makes two calls and takes turns; the same tensor may be bound in several calls.
 *
 * <p>Belongs to one thread.
 */
public final class OnnxCall {
    private final OnnxSession session;
    private final Map<String, Tensor> inputs = new LinkedHashMap<>();
    private final Map<String, Tensor> outputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> inputViews = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputViews = new LinkedHashMap<>();

    OnnxCall(OnnxSession session) {
        this.session = session;
    }

    /**
     * Binds an input. All inputs of the model need one.
     *
     * @throws BadInputException if the model has no such input or declares another type or shape
     */
    public OnnxCall input(String name, Tensor tensor) {
        session.check("input", name, session.inputs().get(name), tensor);
        inputs.put(name, tensor);
        return this;
    }

    /**
     * Binds an output, which each run overwrites; outputs that are not bound are not computed for us. Its length must be
     * set before the run to what the model will give.
     *
     * @throws BadInputException if the model has no such output or declares another type or shape
     */
    public OnnxCall output(String name, Tensor tensor) {
        session.check("output", name, session.outputs().get(name), tensor);
        outputs.put(name, tensor);
        return this;
    }

    /**
     * Runs the model over the bound tensors at their present lengths, and returns when the outputs are written.
     *
     * @throws CancellationException if the session was cancelled
     * @throws IllegalStateException if an input is not bound, a length does not fit, or the session is closed
     */
    public void run() {
        try {
            refresh(inputs, inputViews);
            refresh(outputs, outputViews);
        } catch (OrtException e) {
            throw session.failed(e);
        }
        session.run(inputViews, outputViews);
    }

    private static void refresh(Map<String, Tensor> tensors, Map<String, OnnxTensor> views) throws OrtException {
        for (Map.Entry<String, Tensor> bound : tensors.entrySet()) {
            views.put(bound.getKey(), bound.getValue().view());
        }
    }
}
