package skylark.audio.device;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the threads that are inside a call to a device: those that were replaced stay there for as long as the call
 * takes, and when too many do, no further one is sent after them. Any thread.
 */
final class NativeCalls {
    private static final int MOST = 4;

    private final AtomicInteger inside = new AtomicInteger();

    boolean enter() {
        if (inside.incrementAndGet() <= MOST) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }
}
