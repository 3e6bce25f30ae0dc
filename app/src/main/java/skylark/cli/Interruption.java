package skylark.cli;

import skylark.app.FieldHarness;
import skylark.replay.ReplayRun;

/** What Ctrl-C leads to while a run goes on: a report of the turns so far, and nothing half-written beside it. */
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption leadsTo(ReplayRun run, FieldHarness harness) {
        Thread hook = new Thread(
                () -> {
                    harness.stopKeeping();
                    run.interrupt();
                    harness.forgetUnfinished();
                },
                "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** Once the process ends, the hook is at work, and the process waits for it. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            assert hook.isAlive() || hook.getState() == Thread.State.TERMINATED : e;
        }
    }
}
