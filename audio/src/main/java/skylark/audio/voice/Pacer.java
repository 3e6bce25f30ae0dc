package skylark.audio.voice;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Makes whoever hands over samples wait as a device with a buffer of 20 ms would. Belongs to one thread.
 */
public final class Pacer {
    private static final long BUFFER_NS = 20_000_000;
    private static final long SAMPLE_NS = 1_000_000_000L / 16_000;

    private final LongSupplier nanoTime;
    private final LongConsumer sleepNs;
    private long soundsUntilNs = Long.MIN_VALUE;

    /** On the system's clock. */
    public static Pacer realTime() {
        return new Pacer(System::nanoTime, LockSupport::parkNanos);
    }

    /** @param sleepNs may return early; it is called again */
    public Pacer(LongSupplier nanoTime, LongConsumer sleepNs) {
        this.nanoTime = nanoTime;
        this.sleepNs = sleepNs;
    }

    /** Accounts for {@code samples} handed over, and waits until no more than the buffer has yet to sound. */
    public void handedOver(int samples) {
        long nowNs = nanoTime.getAsLong();
        soundsUntilNs = Math.max(soundsUntilNs, nowNs) + samples * SAMPLE_NS;
        while (soundsUntilNs - nowNs > BUFFER_NS) {
            sleepNs.accept(soundsUntilNs - nowNs - BUFFER_NS);
            nowNs = nanoTime.getAsLong();
        }
    }

    /** What has not sounded never will. */
    public void flush() {
        soundsUntilNs = Long.MIN_VALUE;
    }
}
