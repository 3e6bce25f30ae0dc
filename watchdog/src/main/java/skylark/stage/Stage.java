package skylark.stage;

import org.jspecify.annotations.Nullable;

/** A part of the pipeline. All methods but {@link #complaint} are called by the one thread that runs it. */
public interface Stage {

    /** The stage's name in logs, metrics and reports, such as {@code hearing}. */
    String roleName();

    /** Called once before the first {@link #doWork}; loading that takes long belongs here or earlier. */
    default void onStart() {}

    /**
     * Does a bounded piece of work, at most one message, and returns.
     *
     * @param nowNs the time of this duty cycle
     * @return how much was done; 0 lets the thread park
     * @throws Exception which crashes the stage: the supervisor reports it by name and restarts it
     */
    int doWork(long nowNs) throws Exception;

    /** How long the thread may park when there was nothing to do; a link's offer wakes it earlier. */
    default long idleNs() {
        return 100_000_000;
    }

    /**
     * What is logically wrong though the stage is alive and in time, in one line; null when nothing is. Called by the
     * watchdog's thread, so it reads volatile fields only.
     */
    default @Nullable String complaint(long nowNs) {
        return null;
    }

    /** Called once after the last {@link #doWork}, also after a crash. */
    default void onClose() {}
}
