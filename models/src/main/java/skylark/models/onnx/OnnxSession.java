package skylark.models.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;

/**
 * A model that is ready to run. One thread runs it; {@link #cancel()} and {@link #close()} may come from any thread:
 * closing waits for the run in flight, because ONNX Runtime crashes the process otherwise.
 */
public final class OnnxSession implements AutoCloseable {
    private final String name;
    private final OrtSession session;
    private final OrtSession.RunOptions runOptions;
    private final Provider provider;
    private final Map<String, TensorSpec> inputs;
    private final Map<String, TensorSpec> outputs;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean cancelled;
    private boolean closed;

    OnnxSession(String name, OrtSession session, Provider provider) throws OrtException {
        this.name = name;
        this.session = session;
        this.provider = provider;
        this.runOptions = new OrtSession.RunOptions();
        this.inputs = specs(session.getInputInfo());
        this.outputs = specs(session.getOutputInfo());
    }

    /** The file, or the name that the bytes were given. */
    public String name() {
        return name;
    }

    /** What computes this model; operators that it lacks run on the processor. */
    public Provider provider() {
        return provider;
    }

    /** The model's inputs by name, in the model's order. */
    public Map<String, TensorSpec> inputs() {
        return inputs;
    }

    /** The model's outputs by name, in the model's order. */
    public Map<String, TensorSpec> outputs() {
        return outputs;
    }

    /** A new call with nothing bound. */
    public OnnxCall call() {
        return new OnnxCall(this);
    }

    /** Ends the run in flight, and every later one, until {@link #rearm()}. Any thread. */
    public void cancel() {
        cancelled = true;
        terminate(true);
    }

    /** Takes a cancellation back. The owner thread, between runs. */
    public void rearm() {
        terminate(false);
        cancelled = false;
    }

    void run(Map<String, OnnxTensor> in, Map<String, OnnxTensor> out) {
        running.lock();
        try {
            if (closed) {
                throw new IllegalStateException(name + ": run after close");
            }
            if (cancelled) {
                throw new CancellationException(name + ": cancelled");
            }
            session.run(in, Set.of(), out, runOptions).close();
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            running.unlock();
        }
    }

    RuntimeException failed(OrtException e) {
        if (cancelled) {
            return new CancellationException(name + ": cancelled");
        }
        return new IllegalStateException(name + ": " + OrtSessions.oneLine(e), e);
    }

    void check(String kind, String tensorName, @Nullable TensorSpec spec, Tensor tensor) {
        if (spec == null) {
            Set<String> known = kind.equals("input") ? inputs.keySet() : outputs.keySet();
            throw new BadInputException(name + ": has no " + kind + " '" + tensorName + "', only " + known);
        }
        if (!spec.accepts(tensor)) {
            throw new BadInputException(
                    name + ": " + kind + " '" + tensorName + "' is " + spec + ", expected " + tensor);
        }
    }

    private synchronized void terminate(boolean on) {
        if (closed) {
            return;
        }
        try {
            runOptions.setTerminate(on);
        } catch (OrtException e) {
            throw new IllegalStateException(name + ": " + OrtSessions.oneLine(e), e);
        }
    }

    private static Map<String, TensorSpec> specs(Map<String, NodeInfo> nodes) {
        Map<String, TensorSpec> specs = new LinkedHashMap<>();
        nodes.forEach((node, info) -> specs.put(node, TensorSpec.of(info)));
        return java.util.Collections.unmodifiableMap(specs);
    }

    /** Ends the run in flight, waits for it and frees the model. A second call does nothing. */
    @Override
    public void close() {
        cancel();
        running.lock();
        try {
            release();
        } finally {
            running.unlock();
        }
    }

    private synchronized void release() {
        if (closed) {
            return;
        }
        closed = true;
        runOptions.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(name + ": " + OrtSessions.oneLine(e), e);
        }
    }
}
