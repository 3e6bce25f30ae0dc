package skylark.nlg.generate;

import org.jspecify.annotations.Nullable;
import skylark.stage.NanoClock;

/**
 * Says that a generation is not wanted any more: because somebody cancelled it, or because its deadline passed. One flag
 * serves one generation. Safe for use by all threads.
 */
public final class CancelFlag {
    private final NanoClock clock;
    private final long deadlineNs;
    private final boolean bounded;
    private boolean cancelled;
    private @Nullable Runnable interrupt;

    private CancelFlag(NanoClock clock, long deadlineNs, boolean bounded) {
        this.clock = clock;
        this.deadlineNs = deadlineNs;
        this.bounded = bounded;
    }

    /** A flag without a deadline. */
    public static CancelFlag open() {
        return new CancelFlag(NanoClock.SYSTEM, 0, false);
    }

    /** A flag that is up from {@code deadlineNs} on, by {@code clock}. */
    public static CancelFlag until(long deadlineNs, NanoClock clock) {
        return new CancelFlag(clock, deadlineNs, true);
    }

    /** Ends the generation at once, in the middle of a run of the model too. Any thread. */
    public synchronized void cancel() {
        cancelled = true;
        if (interrupt != null) {
            interrupt.run();
        }
    }

    /** Whether the generation is to end. */
    public synchronized boolean isUp() {
        return cancelled || bounded && clock.nanoTime() - deadlineNs >= 0;
    }

    /** What ends a run of the model that is under way; called at most while attached. */
    synchronized void attach(Runnable action) {
        interrupt = action;
        if (cancelled) {
            action.run();
        }
    }

    synchronized void detach() {
        interrupt = null;
    }
}
