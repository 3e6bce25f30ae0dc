package skylark.stage;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Parks one thread until another one rings. A ring between the last look and the parking is not lost. */
public final class Doorbell {
    private final NanoClock clock;
    private volatile @Nullable Thread sleeper;

    public Doorbell() {
        this(NanoClock.SYSTEM);
    }

    /** @param clock by which the thread waits */
    public Doorbell(NanoClock clock) {
        this.clock = clock;
    }

    /** Announces that the calling thread is about to park; it looks for work once more before {@link #await}. */
    void aboutToSleep() {
        sleeper = Thread.currentThread();
        VarHandle.fullFence();
    }

    void awake() {
        sleeper = null;
    }

    void await(long maxNs) {
        clock.park(this, maxNs);
        sleeper = null;
    }

    /** Wakes the parked thread, if it is parked. Any thread. */
    public void ring() {
        VarHandle.fullFence();
        Thread thread = sleeper;
        if (thread != null) {
            clock.unpark(thread);
        }
    }
}
