package skylark.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Bound inputs = new Bound();
    private final Bound outputs = new Bound();

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
            inputs.refresh();
            outputs.refresh();
        } catch (OrtException e) {
            throw session.failed(e);
        }
        session.run(inputs.views, outputs.views);
    }

    /** Tensors by name, and ONNX Runtime's views of them; refreshing allocates nothing once the views are made. */
    private static final class Bound {
        private final List<String> names = new ArrayList<>();
        private final List<Tensor> tensors = new ArrayList<>();
        final Map<String, OnnxTensor> views = new LinkedHashMap<>();

        void put(String name, Tensor tensor) {
            int known = names.indexOf(name);
            if (known >= 0) {
                tensors.set(known, tensor);
            } else {
                names.add(name);
                tensors.add(tensor);
            }
        }

        void refresh() throws OrtException {
            for (int i = 0; i < tensors.size(); i++) {
                views.put(names.get(i), tensors.get(i).view());
            }
        }
    }
}
