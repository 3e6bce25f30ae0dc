package skylark.app;

import org.jspecify.annotations.Nullable;
import skylark.metrics.Metrics;
import skylark.nlg.compose.ClauseSink;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.Reply;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.generate.Generation.Finish;
import skylark.nlg.reply.ReplyRequest;
import skylark.pipeline.ReplyAuthor;

/** Writes with one of two models, and counts what fails. */
final class Author implements ReplyAuthor {
    private final ReplyWriter usual;
    private final @Nullable ReplyWriter large;
    private final ModelChoice choice;
    private final Metrics metrics;

    /** @param large of the same tokens, or null */
    Author(ReplyWriter usual, @Nullable ReplyWriter large, ModelChoice choice, Metrics metrics) {
        this.usual = usual;
        this.large = large;
        this.choice = choice;
        this.metrics = metrics;
    }

    @Override
    public GeneratedReply write(ReplyRequest request, long[] promptIds, int priority, CancelFlag cancel) {
        ReplyWriter larger = large;
        GeneratedReply reply = larger != null && choice.isForLarge(request, priority)
                ? byLarge(larger, request, promptIds, cancel)
                : byUsual(request, promptIds, cancel);
        if (reply.generation().finish() == Finish.FAULT) {
            metrics.counter("generator.faults").increment();
        }
        return reply;
    }

    private GeneratedReply byLarge(ReplyWriter larger, ReplyRequest request, long[] promptIds, CancelFlag cancel) {
        GeneratedReply reply = larger.generate(request, promptIds, cancel, ClauseSink.NONE);
        choice.took(reply.generation().totalNs());
        metrics.counter("generator.large").increment();
        return reply;
    }

    private GeneratedReply byUsual(ReplyRequest request, long[] promptIds, CancelFlag cancel) {
        choice.passed();
        return usual.generate(request, promptIds, cancel, ClauseSink.NONE);
    }

    @Override
    public Reply render(ReplyRequest newest, GeneratedReply generated) {
        return usual.render(newest, generated);
    }
}
