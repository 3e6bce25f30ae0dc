package skylark.nlg.compose;

import java.util.List;
import skylark.nlg.generate.ReplyConstraint.SpeakableTokens;
import skylark.nlg.generate.TokenConstraint;
import skylark.nlg.prompt.NumberWords;
import skylark.nlg.prompt.PromptWriter;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.tokenize.Vocabulary;

/** The prompts that our own models were trained on, with a token for each placeholder. Immutable. */
final class TrainedDialect implements Dialect {
    private static final int MAX_TOKENS = 32;

    private final PromptWriter prompts;
    private final SpeakableTokens speakable;

    TrainedDialect(PromptWriter prompts, Vocabulary vocabulary) {
        this.prompts = prompts;
        this.speakable = new SpeakableTokens(vocabulary, NumberWords::isNumber);
    }

    @Override
    public String prompt(ReplyRequest request) {
        return prompts.write(request);
    }

    @Override
    public TokenConstraint allowing(List<String> placeholders) {
        return speakable.allowing(placeholders);
    }

    @Override
    public int maxTokens() {
        return MAX_TOKENS;
    }
}
