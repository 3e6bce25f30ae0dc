package skylark.telemetry.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do, in their own time. */
public final class Eventually {
    private Eventually() {}

    public static void within(double seconds, String what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + (long) (seconds * 1e9);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what + " within " + seconds + " s").isLessThan(endNs);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
