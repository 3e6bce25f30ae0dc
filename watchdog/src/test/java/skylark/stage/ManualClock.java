package skylark.stage;

/** Time that moves when a test says so. */
public final class ManualClock implements NanoClock {
    private volatile long nowNs;

    @Override
    public long nanoTime() {
        return nowNs;
    }

    public void advanceMs(long ms) {
        nowNs += ms * 1_000_000;
    }
}
