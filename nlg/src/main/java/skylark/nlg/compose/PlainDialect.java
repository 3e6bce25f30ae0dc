package skylark.nlg.compose;

import java.util.List;
import skylark.nlg.generate.TokenConstraint;
import skylark.nlg.prompt.PlainPrompt;
import skylark.nlg.reply.ReplyRequest;

/** Plain text for a model of another origin; a line's end ends the reply. */
record PlainDialect(PlainPrompt prompt, PlainTokens tokens) implements Dialect {
    static final int MAX_TOKENS = 48;

    @Override
    public String prompt(ReplyRequest request) {
        return prompt.write(request);
    }

    @Override
    public TokenConstraint allowing(List<String> placeholders) {
        return tokens.allowing(placeholders);
    }

    @Override
    public int maxTokens() {
        return MAX_TOKENS;
    }
}
