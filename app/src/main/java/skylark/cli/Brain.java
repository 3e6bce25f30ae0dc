package skylark.cli;

import java.util.Map;
import skylark.domain.ReplySource;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.understand.Understander;

/** Text to meaning, and meaning to text. Belongs to one thread. */
interface Brain extends AutoCloseable {

    /**
     * Loads everything now, so that what is missing or broken is known before the first question.
     *
     * @throws skylark.domain.BadInputException in one line
     */
    default void prepare() {}

    Understander understander();

    /** The words for {@code request}. */
    Reply reply(ReplyRequest request);

    /** A number as it is spoken. */
    String numberWords(double number);

    @Override
    void close();

    /** @param ms latencies by the contract's names */
    record Reply(String text, ReplySource source, Map<String, Double> ms) {}
}
