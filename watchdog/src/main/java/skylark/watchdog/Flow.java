package skylark.watchdog;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a stage sends more than it was given cause for. Each cause entitles it to so many messages; what it sends
 * beyond is a debt, and what it did not send is saved, both up to a burst. Watchdog's thread.
 */
final class Flow {
    private final LongSupplier causes;
    private final LongSupplier sent;
    private final int perCause;
    private final int burst;
    private long causesBefore;
    private long sentBefore;
    private long debt;

    Flow(LongSupplier causes, LongSupplier sent, int perCause, int burst) {
        this.causes = causes;
        this.sent = sent;
        this.perCause = perCause;
        this.burst = burst;
        forget();
    }

    /** What was sent until now is forgiven. */
    void forget() {
        causesBefore = causes.getAsLong();
        sentBefore = sent.getAsLong();
        debt = 0;
    }

    /** What is wrong, or null. */
    @Nullable String look() {
        long sentNow = sent.getAsLong(); // first: what it was the cause of cannot come later
        long causesNow = causes.getAsLong();
        long more = sentNow - sentBefore;
        debt = Math.max(-burst, debt + more - perCause * (causesNow - causesBefore));
        sentBefore = sentNow;
        causesBefore = causesNow;
        return debt > burst ? "sent " + more + " messages at once, " + debt + " more than it had cause for" : null;
    }
}
