package skylark.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import skylark.stage.NanoClock;

/** Time that moves when a test says so. */
final class ManualClock implements NanoClock {
    private final AtomicLong nowNs = new AtomicLong(1_000_000_000);

    @Override
    public long nanoTime() {
        return nowNs.get();
    }

    void advanceMs(long ms) {
        nowNs.addAndGet(ms * 1_000_000);
    }
}
