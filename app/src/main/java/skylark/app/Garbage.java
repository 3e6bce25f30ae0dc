package skylark.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Presses the collector, for trials: allocates so much a second, and keeps the newest of it long enough that some is
 * copied and grows old. A thread of its own, until it is closed.
 */
public final class Garbage implements AutoCloseable {
    private static final int PIECE_BYTES = 16 << 10;
    /** 16 MB stay alive. */
    private static final int KEPT = 1 << 10;

    private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long STEPS_A_SECOND = TimeUnit.SECONDS.toNanos(1) / STEP_NS;

    private final byte[][] kept = new byte[KEPT][];
    private final int piecesAStep;
    private final Thread thread = new Thread(this::allocate, "garbage");
    private volatile boolean closed;
    private int next;

    private Garbage(int mbPerS) {
        piecesAStep = (int) Math.max(1, ((long) mbPerS << 20) / PIECE_BYTES / STEPS_A_SECOND);
        thread.setDaemon(true);
    }

    /** @param mbPerS how much; nothing for 0 */
    public static Garbage of(int mbPerS) {
        Garbage garbage = new Garbage(mbPerS);
        if (mbPerS > 0) {
            garbage.thread.start();
        }
        return garbage;
    }

    private void allocate() {
        while (!closed) {
            for (int i = 0; i < piecesAStep; i++) {
                kept[next] = new byte[PIECE_BYTES];
                next = (next + 1) % KEPT;
            }
            LockSupport.parkNanos(this, STEP_NS);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
