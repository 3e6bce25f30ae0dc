package skylark.nlg.generate;

import java.nio.FloatBuffer;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;
import skylark.models.onnx.OnnxSession;
import skylark.nlg.generate.Generation.Finish;
import skylark.stage.NanoClock;

/**
 * Decodes greedily with a model on ONNX Runtime: one of ours, or one that was exported from Hugging Face's library, with
 * a past or without.
 *
 * <p>A prompt that begins like what the model was last given is computed only from where it differs, if that is wanted.
 * It changes nothing in a model of floats. In INT8 it does, a little: activations are scaled over all the ids of a run,
 * so that a reply would depend on what was said before it.
 */
public final class OnnxGenerator implements Generator {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxGenerator.class);
    private static final int NONE = -1;
    /** Enough for our prompts; more would only take memory for keys, values and scores. */
    private static final int MOST_CONTEXT = 384;

    private static final int LEAST_CONTEXT = 96;

    private static final int MOST_CONTEXT_WITHOUT_PAST = 192;
    private static final long MOST_CACHE_BYTES = 96L << 20;

    private final Decoder decoder;
    private final int eos;
    private final NanoClock clock;
    private final boolean keepsPrefix;
    private final FloatBuffer scores;
    private final long[] held;
    private final long[] next = new long[1];
    private long faults;

    /**
     * A model of ours, which computes every prompt from its start. Takes over the session: {@link #close()} closes it.
     *
     * @param eos the id that ends a reply
     * @throws BadInputException if the model is not of this shape
     */
    public OnnxGenerator(OnnxSession session, ModelShape shape, int eos, NanoClock clock) {
        this(new OwnDecoder(session, shape), eos, clock, false);
    }

    OnnxGenerator(Decoder decoder, int eos, NanoClock clock, boolean keepsPrefix) {
        this.decoder = decoder;
        this.eos = eos;
        this.clock = clock;
        this.keepsPrefix = keepsPrefix;
        scores = decoder.scores();
        held = new long[decoder.context()];
    }

    /**
     * A model as Hugging Face's exporter names its inputs and outputs. Takes over the session. Prefixes are kept.
     *
     * @param context how many ids the model can hold, at most as many are used as our prompts need
     * @throws BadInputException if the model is no such decoder
     */
    public static OnnxGenerator exported(OnnxSession session, int context, int eos, NanoClock clock) {
        ExportedShape shape = ExportedShape.of(session);
        Decoder decoder = shape.layers() > 0
                ? new PastDecoder(session, shape, Math.min(context, affordable(session, shape)))
                : new WholeDecoder(session, shape, Math.min(context, MOST_CONTEXT_WITHOUT_PAST));
        return new OnnxGenerator(decoder, eos, clock, true);
    }

    private static int affordable(OnnxSession session, ExportedShape shape) {
        long ids = Math.min(MOST_CONTEXT, MOST_CACHE_BYTES / shape.cacheBytes());
        if (ids < LEAST_CONTEXT) {
            throw new BadInputException(session.name() + ": its keys and values take " + shape.cacheBytes()
                    + " bytes for each token, expected at most " + MOST_CACHE_BYTES / LEAST_CONTEXT);
        }
        return (int) ids;
    }

    /** How many tokens the model scores. */
    public int vocabulary() {
        return decoder.vocabulary();
    }

    /** How many ids prompt and reply may have together. */
    public int context() {
        return decoder.context();
    }

    /** How many generations ended in a fault. */
    public long faults() {
        return faults;
    }

    @Override
    public Generation generate(
            long[] promptIds, TokenConstraint allowed, int maxTokens, TokenSink sink, CancelFlag cancel) {
        if (promptIds.length == 0 || maxTokens < 1 || promptIds.length + maxTokens > decoder.context()) {
            throw new IllegalArgumentException("expected a prompt of 1 to " + (decoder.context() - maxTokens)
                    + " tokens, got " + promptIds.length);
        }
        Run run = new Run(allowed, maxTokens, sink, cancel, clock.nanoTime());
        decoder.truncate(keepsPrefix ? inCommon(promptIds) : 0);
        cancel.attach(decoder::cancel);
        try {
            return run.finished(run.decode(promptIds));
        } catch (CancellationException e) {
            return run.finished(Finish.CANCELLED);
        } catch (IllegalStateException e) {
            LOG.warn("the generator failed: {}", e.getMessage());
            return run.finished(Finish.FAULT);
        } finally {
            cancel.detach();
            decoder.rearm();
        }
    }

    /** How many of the prompt's ids the decoder holds already; never all, for the last one's scores are wanted. */
    private int inCommon(long[] promptIds) {
        int most = Math.min(decoder.length(), promptIds.length - 1);
        int same = 0;
        while (same < most && held[same] == promptIds[same]) {
            same++;
        }
        return same;
    }

    /** Runs the model over ids, which it then holds. */
    private void forward(long[] ids, int from, int count) {
        System.arraycopy(ids, from, held, decoder.length(), count);
        decoder.forward(ids, from, count);
    }

    /** The best allowed token, or {@link #NONE} if the scores are no numbers or nothing is allowed. */
    private int best(TokenConstraint allowed) {
        int best = NONE;
        float most = Float.NEGATIVE_INFINITY;
        int at = decoder.scoresAt();
        int vocabulary = decoder.vocabulary();
        for (int id = 0; id < vocabulary; id++) {
            float score = scores.get(at + id);
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
        decoder.close();
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
            int known = decoder.length();
            forward(promptIds, known, promptIds.length - known);
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
                tokens++;
                next[0] = id;
                if (tokens == maxTokens) {
                    return Finish.LENGTH;
                }
                if (cancel.isUp()) {
                    return Finish.CANCELLED;
                }
                forward(next, 0, 1);
            }
        }

        Generation finished(Finish finish) {
            if (finish == Finish.FAULT) {
                faults++;
            }
            return new Generation(finish, tokens, firstTokenNs, clock.nanoTime() - startNs);
        }
    }
}
