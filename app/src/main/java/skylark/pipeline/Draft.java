package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.domain.ReplySource;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.Reply;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/**
 * One attempt at a reply or an announcement, on its way from words to sound. Stages hand it on by reference; each field
 * that changes is written by one of them.
 */
public final class Draft {
    /** A reply is at most 4.5 s of speech; what the voice might make beyond 8 s is cut. */
    private static final int MAX_SAMPLES = 8 * 16_000;

    private static final long[] NO_IDS = {};

    private final long turn;
    private final int revision;
    private final String words;
    private final ReplyRequest request;
    private final int priority;
    private final Trace trace = new Trace();
    private final PcmBuffer pcm = new PcmBuffer(MAX_SAMPLES);
    private long[] promptIds = NO_IDS;
    private final CancelFlag cancelFlag = CancelFlag.open();
    private volatile boolean cancelled;
    private volatile @Nullable Text text;

    /**
     * The finished words.
     *
     * @param generated what the model wrote, to be rendered again when values have changed
     */
    public record Text(Reply reply, GeneratedReply generated) {
        public String spoken() {
            return reply.text();
        }

        public ReplySource source() {
            return reply.source();
        }
    }

    /**
     * @param turn the operator's turn, or the announcement's own number
     * @param revision counts the attempts within a turn
     * @param words the normalised words this attempt answers; empty for an announcement
     * @param priority 0 pre-empts everything; see {@link #REPLY_PRIORITY}
     */
    public Draft(long turn, int revision, String words, ReplyRequest request, int priority) {
        this.turn = turn;
        this.revision = revision;
        this.words = words;
        this.request = request;
        this.priority = priority;
    }

    /** A reply stands between warnings and transitions. */
    public static final int REPLY_PRIORITY = 1;

    public long turn() {
        return turn;
    }

    public int revision() {
        return revision;
    }

    public String words() {
        return words;
    }

    /** Nobody asked for it; "say again" may have an announcement repeated, which is a reply. */
    boolean isAnnouncement() {
        return request.act() == Act.ANNOUNCE && words.isEmpty();
    }

    public ReplyRequest request() {
        return request;
    }

    public int priority() {
        return priority;
    }

    public Trace trace() {
        return trace;
    }

    public PcmBuffer pcm() {
        return pcm;
    }

    /** Set by the tokenizer, read by the generator after the hand-over. */
    public long[] promptIds() {
        return promptIds;
    }

    void promptIds(long[] ids) {
        promptIds = ids;
    }

    /** Nobody wants it any more: every stage drops it at the next look. Any thread. */
    public void cancel() {
        cancelled = true;
        cancelFlag.cancel();
    }

    CancelFlag cancelFlag() {
        return cancelFlag;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** The words, once they are complete; null before. */
    public @Nullable Text text() {
        return text;
    }

    /** Generator's thread. */
    void text(Text written) {
        text = written;
    }
}
