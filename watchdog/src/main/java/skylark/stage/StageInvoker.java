package skylark.stage;

/** Runs a stage by hand: a test turns the crank, and time is the test's. */
public final class StageInvoker implements AutoCloseable {
    private final Stage stage;
    private final NanoClock clock;

    public StageInvoker(Stage stage, NanoClock clock) {
        this.stage = stage;
        this.clock = clock;
        stage.onStart();
    }

    /** One duty cycle. */
    public int invoke() throws Exception {
        return stage.doWork(clock.nanoTime());
    }

    /** Duty cycles until one finds nothing to do; how many did something. */
    public int drain() throws Exception {
        int cycles = 0;
        while (invoke() > 0) {
            cycles++;
        }
        return cycles;
    }

    @Override
    public void close() {
        stage.onClose();
    }
}
