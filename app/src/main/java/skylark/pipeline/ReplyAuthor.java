package skylark.pipeline;

import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.Reply;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.reply.ReplyRequest;

/** Writes replies. {@link #write} belongs to the generator's thread; {@link #render} to any. */
public interface ReplyAuthor {

    /**
     * Lets the model write one reply, without its values.
     *
     * @param promptIds of the request's prompt
     * @param priority of an announcement, 0 the gravest; of a reply {@link Draft#REPLY_PRIORITY}
     * @param cancel looked at between tokens
     */
    GeneratedReply write(ReplyRequest request, long[] promptIds, int priority, CancelFlag cancel);

    /** The words to speak, with the values of {@code newest}; a template where the model's cannot be spoken. */
    Reply render(ReplyRequest newest, GeneratedReply generated);
}
