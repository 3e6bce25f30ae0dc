package skylark.stage;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bounded, lock-free hand-over to one stage: any thread offers, the stage's thread polls. A full link takes nothing
 * and counts it; what that means is the offering side's decision, and it is never silent.
 */
public class Link<T> implements Intake {
    private final String name;
    private final MpscAtomicArrayQueue<T> queue;
    private final Doorbell doorbell;
    private final @Nullable Predicate<? super T> customs;
    private final LongAdder refused;
    private final LongAdder shed;
    private final LongAdder sent = new LongAdder();
    /** What was polled last; the polling stage's thread only. */
    private @Nullable T last;

    /**
     * @param name for metrics and reports: what flows, such as {@code frames}
     * @param capacity at least 2; rounded up to a power of two
     * @param doorbell of the stage that polls
     */
    public Link(String name, int capacity, Doorbell doorbell) {
        this(name, capacity, doorbell, null);
    }

    /**
     * A link that takes the same message twice in a row for one.
     *
     * @param customs false for a message that the polling stage must not see, either; called on its thread. Null lets
     *     everything pass, and repetitions too
     */
    public Link(String name, int capacity, Doorbell doorbell, @Nullable Predicate<? super T> customs) {
        this.name = name;
        this.queue = new MpscAtomicArrayQueue<>(Math.max(2, capacity));
        this.doorbell = doorbell;
        this.customs = customs;
        this.refused = new LongAdder();
        this.shed = new LongAdder();
    }

    /** Another way into {@code same}, for one stage, whose messages are counted apart: see {@link #sent}. */
    protected Link(Link<T> same) {
        this.name = same.name;
        this.queue = same.queue;
        this.doorbell = same.doorbell;
        this.customs = same.customs;
        this.refused = same.refused;
        this.shed = same.shed;
    }

    /** A way into this link for one stage, whose messages are counted apart: see {@link #sent}. */
    public Link<T> entrance() {
        return new Link<>(this);
    }

    public String name() {
        return name;
    }

    /** Hands over; false, and counted, when the link is full. Any thread; never blocks. */
    public boolean offer(T message) {
        sent.increment();
        if (queue.offer(message)) {
            doorbell.ring();
            return true;
        }
        refused.increment();
        return false;
    }

    /** The oldest message, or null; what customs hold back is counted. The polling stage's thread only. */
    public @Nullable T poll() {
        T next = queue.poll();
        if (customs == null) {
            return next;
        }
        while (next != null && (next == last || !customs.test(next))) {
            shed.increment();
            next = queue.poll();
        }
        if (next != null) {
            last = next;
        }
        return next;
    }

    public boolean isEmpty() {
        return queue.isEmpty();
    }

    public int size() {
        return queue.size();
    }

    public int capacity() {
        return queue.capacity();
    }

    /** How many messages a full link could not take. Any thread. */
    public long refused() {
        return refused.sum();
    }

    /** How many messages were repetitions or untrue, and were not polled. Any thread. */
    public long shed() {
        return shed.sum();
    }

    /** How many messages were offered by this entrance, taken or not. Any thread. */
    public long sent() {
        return sent.sum();
    }

    @Override
    public boolean waits() {
        return !queue.isEmpty();
    }

    @Override
    public long taken() {
        return queue.currentConsumerIndex();
    }
}
