package skylark.nlg.compose;

import java.util.List;
import skylark.nlg.generate.TokenConstraint;
import skylark.nlg.reply.ReplyRequest;

/** How a language model is asked, and what it may answer. Any thread. */
interface Dialect {

    /** The prompt of a request. */
    String prompt(ReplyRequest request);

    /** A new constraint for one reply, which may use these placeholders. */
    TokenConstraint allowing(List<String> placeholders);

    /** Most tokens of a reply. */
    int maxTokens();
}
