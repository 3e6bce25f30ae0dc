package skylark.nlg.generate;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;
import skylark.models.onnx.ElementType;
import skylark.models.onnx.OnnxCall;
import skylark.models.onnx.OnnxSession;
import skylark.models.onnx.Tensor;
import skylark.nlg.generate.Generation.Finish;
import skylark.stage.NanoClock;

/**
 * Our decoder on ONNX Runtime: one graph for prefill and steps, as {@code models/training/export.py} writes it.
 *
 * <p>Inputs {@code input_ids} [1, n] and {@code past} [p, layers, 2, heads, size]; outputs {@code logits} [1,
 * vocabulary] of the last id and {@code present} [n, ...] of the new ids. All four lie in direct buffers made once.
 */
public final class OnnxGenerator implements Generator {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxGenerator.class);
    private static final int NONE = -1;

    private final OnnxSession session;
    private final ModelShape shape;
    private final int eos;
    private final NanoClock clock;
    private final KeyValueCache cache;
    private final Tensor inputIds;
    private final Tensor logits;
    private final LongBuffer ids;
    private final FloatBuffer scores;
    private final OnnxCall call;
    private final long[] chosen;

    /**
     * Takes over the session: {@link #close()} closes it.
     *
     * @param eos the id that ends a reply
     * @throws BadInputException if the model is not of this shape
     */
    public OnnxGenerator(OnnxSession session, ModelShape shape, int eos, NanoClock clock) {
        this.session = session;
        this.shape = shape;
        this.eos = eos;
        this.clock = clock;
        cache = new KeyValueCache(shape);
        inputIds = Tensor.growing(ElementType.INT64, shape.context(), 1, -1);
        logits = Tensor.fixed(ElementType.FLOAT32, 1, shape.vocab());
        ids = inputIds.longs();
        scores = logits.floats();
        chosen = new long[shape.context()];
        call = session.call()
                .input("input_ids", inputIds)
                .input("past", cache.past())
                .output("logits", logits)
                .output("present", cache.present());
    }

    @Override
    public Generation generate(
            long[] promptIds, TokenConstraint allowed, int maxTokens, TokenSink sink, CancelFlag cancel) {
        if (promptIds.length == 0 || maxTokens < 1 || promptIds.length + maxTokens > shape.context()) {
            throw new IllegalArgumentException(
                    "expected a prompt of 1 to " + (shape.context() - maxTokens) + " tokens, got " + promptIds.length);
        }
        Run run = new Run(allowed, maxTokens, sink, cancel, clock.nanoTime());
        cache.clear();
        cancel.attach(session::cancel);
        try {
            return run.finished(run.decode(promptIds));
        } catch (CancellationException e) {
            return run.finished(Finish.CANCELLED);
        } catch (IllegalStateException e) {
            LOG.warn("the generator failed: {}", e.getMessage());
            return run.finished(Finish.FAULT);
        } finally {
            cancel.detach();
            session.rearm();
        }
    }

    /** Runs the model over new ids, which the cache then holds. */
    private void forward(long[] newIds, int from, int count) {
        ids.put(0, newIds, from, count);
        inputIds.length(count);
        cache.expect(count);
        call.run();
        cache.append(count);
    }

    /** The best allowed token, or {@link #NONE} if the scores are no numbers or nothing is allowed. */
    private int best(TokenConstraint allowed) {
        int best = NONE;
        float most = Float.NEGATIVE_INFINITY;
        for (int id = 0; id < shape.vocab(); id++) {
            float score = scores.get(id);
            if (Float.isNaN(score)) {
                return NONE;
            }
            if (score > most && allowed.allows(id)) {
                most = score;
                best = id;
            }
        }
        return best;
    }

    @Override
    public void close() {
        session.close();
        cache.close();
        inputIds.close();
        logits.close();
    }

    /** One generation. */
    private final class Run {
        private final TokenConstraint allowed;
        private final int maxTokens;
        private final TokenSink sink;
        private final CancelFlag cancel;
        private final long startNs;
        private int tokens;
        private long firstTokenNs;

        Run(TokenConstraint allowed, int maxTokens, TokenSink sink, CancelFlag cancel, long startNs) {
            this.allowed = allowed;
            this.maxTokens = maxTokens;
            this.sink = sink;
            this.cancel = cancel;
            this.startNs = startNs;
        }

        Finish decode(long[] promptIds) {
            if (cancel.isUp()) {
                return Finish.CANCELLED;
            }
            forward(promptIds, 0, promptIds.length);
            while (true) {
                int id = best(allowed);
                if (firstTokenNs == 0) {
                    firstTokenNs = clock.nanoTime() - startNs;
                }
                if (id == NONE) {
                    return Finish.FAULT;
                }
                if (id == eos) {
                    return Finish.EOS;
                }
                allowed.chosen(id);
                sink.token(id);
                chosen[tokens++] = id;
                if (tokens == maxTokens) {
                    return Finish.LENGTH;
                }
                if (cancel.isUp()) {
                    return Finish.CANCELLED;
                }
                forward(chosen, tokens - 1, 1);
            }
        }

        Generation finished(Finish finish) {
            return new Generation(finish, tokens, firstTokenNs, clock.nanoTime() - startNs);
        }
    }
}
