package skylark.pipeline;

import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;

/** Turns prompts into token ids ahead of the generator: turn n+1 is tokenised while turn n generates. */
public final class TokenizerStage implements Stage {

    /** Request to prompt ids. Belongs to the tokenizer's thread. */
    @FunctionalInterface
    public interface PromptEncoder {
        long[] encode(skylark.nlg.reply.ReplyRequest request);
    }

    private final Link<Draft> drafts;
    private final PromptEncoder encoder;
    private final Link<Draft> generator;
    private final NanoClock clock;

    public TokenizerStage(Link<Draft> drafts, PromptEncoder encoder, Link<Draft> generator, NanoClock clock) {
        this.drafts = drafts;
        this.encoder = encoder;
        this.generator = generator;
        this.clock = clock;
    }

    @Override
    public String roleName() {
        return "tokenizer";
    }

    @Override
    public int doWork(long nowNs) {
        Draft draft = drafts.poll();
        if (draft == null) {
            return 0;
        }
        if (!draft.isCancelled()) {
            Work work = Work.begin(Span.TOKENIZE, nowNs);
            draft.promptIds(encoder.encode(draft.request()));
            work.done(draft, clock.nanoTime());
            generator.offer(draft);
        }
        return 1;
    }
}
