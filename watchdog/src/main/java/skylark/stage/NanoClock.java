package skylark.stage;

import java.util.concurrent.locks.LockSupport;

/** Monotonic time, read once a duty cycle and passed on as {@code nowNs}; and waiting, which a test does in no time. */
@FunctionalInterface
public interface NanoClock {

    NanoClock SYSTEM = System::nanoTime;

    /** Nanoseconds since some fixed moment; only differences mean anything. */
    long nanoTime();

    /** Parks the calling thread until it is unparked or interrupted, or so much time has passed. */
    default void park(Object blocker, long maxNs) {
        LockSupport.parkNanos(blocker, maxNs);
    }

    /** How long the calling thread will have been kept from running, as far as that is measured by this clock. */
    default CpuWait cpuWait() {
        return CpuWait.ofThisThread();
    }

    /** Lets a thread go on that is parked, or spares it its next parking. */
    default void unpark(Thread thread) {
        LockSupport.unpark(thread);
    }
}
