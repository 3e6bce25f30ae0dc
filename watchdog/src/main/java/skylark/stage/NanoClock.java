package skylark.stage;

/** Monotonic time, read once a duty cycle and passed on as {@code nowNs}. */
@FunctionalInterface
public interface NanoClock {

    NanoClock SYSTEM = System::nanoTime;

    /** Nanoseconds since some fixed moment; only differences mean anything. */
    long nanoTime();
}
