package skylark.telemetry.mqtt;

import java.util.random.RandomGenerator;

/** How long to wait before trying again: twice as long each time, with chance, so that a fleet does not come as one. */
final class Backoff {
    private static final long FIRST_MS = 250;
    private static final long LONGEST_MS = 15_000;

    private final RandomGenerator random;
    private long nextMs = FIRST_MS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** From half of the wait to all of it. */
    long nextNs() {
        long ms = nextMs / 2 + random.nextLong(nextMs / 2 + 1);
        nextMs = Math.min(LONGEST_MS, nextMs * 2);
        return ms * 1_000_000;
    }

    void reset() {
        nextMs = FIRST_MS;
    }
}
