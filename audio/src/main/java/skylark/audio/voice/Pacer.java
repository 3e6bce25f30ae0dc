package skylark.audio.voice;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Makes whoever hands over samples wait as a device with a small buffer would. Belongs to one thread.
 */
public final class Pacer {
    private static final int BUFFER_MS = 20;
    private static final long SAMPLE_NS = 1_000_000_000L / 16_000;

    private final LongSupplier nanoTime;
    private final LongConsumer sleepNs;
    private final long bufferNs;
    private long soundsUntilNs = Long.MIN_VALUE;

    /** On the system's clock. */
    public static Pacer realTime() {
        return realTime(BUFFER_MS);
    }

    /** @param bufferMs of sound that is taken at once */
    public static Pacer realTime(int bufferMs) {
        return new Pacer(bufferMs * 1_000_000L, System::nanoTime, LockSupport::parkNanos);
    }

    /** @param sleepNs may return early; it is called again */
    public Pacer(LongSupplier nanoTime, LongConsumer sleepNs) {
        this(BUFFER_MS * 1_000_000L, nanoTime, sleepNs);
    }

    private Pacer(long bufferNs, LongSupplier nanoTime, LongConsumer sleepNs) {
        this.bufferNs = bufferNs;
        this.nanoTime = nanoTime;
        this.sleepNs = sleepNs;
    }

    /** Accounts for {@code samples} handed over, and waits until no more than the buffer has yet to sound. */
    public void handedOver(int samples) {
        long nowNs = nanoTime.getAsLong();
        soundsUntilNs = Math.max(soundsUntilNs, nowNs) + samples * SAMPLE_NS;
        while (soundsUntilNs - nowNs > bufferNs) {
            sleepNs.accept(soundsUntilNs - nowNs - bufferNs);
            nowNs = nanoTime.getAsLong();
        }
    }

    /** What has not sounded never will. */
    public void flush() {
        soundsUntilNs = Long.MIN_VALUE;
    }
}
