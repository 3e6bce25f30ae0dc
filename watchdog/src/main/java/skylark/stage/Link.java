package skylark.stage;

import java.util.concurrent.atomic.LongAdder;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bounded, lock-free hand-over to one stage: any thread offers, the stage's thread polls. A full link takes nothing
 * and counts it; what that means is the offering side's decision, and it is never silent.
 */
public final class Link<T> {
    private final String name;
    private final MpscAtomicArrayQueue<T> queue;
    private final Doorbell doorbell;
    private final LongAdder refused = new LongAdder();

    /**
     * @param name for metrics and reports: what flows, such as {@code frames}
     * @param capacity at least 2; rounded up to a power of two
     * @param doorbell of the stage that polls
     */
    public Link(String name, int capacity, Doorbell doorbell) {
        this.name = name;
        this.queue = new MpscAtomicArrayQueue<>(Math.max(2, capacity));
        this.doorbell = doorbell;
    }

    public String name() {
        return name;
    }

    /** Hands over; false, and counted, when the link is full. Any thread; never blocks. */
    public boolean offer(T message) {
        if (queue.offer(message)) {
            doorbell.ring();
            return true;
        }
        refused.increment();
        return false;
    }

    /** The oldest message, or null. The polling stage's thread only. */
    public @Nullable T poll() {
        return queue.poll();
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
}
