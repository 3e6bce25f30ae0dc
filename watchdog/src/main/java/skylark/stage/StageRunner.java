package skylark.stage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.metrics.LatencyHistogram;

/**
 * Runs a stage on a thread of its own, times every duty cycle, and replaces stage and thread when told to.
 *
 * <p>A thread stuck in native code cannot be stopped. It is retired: it leaves after the call it is stuck in, without
 * taking another message, while the new one already works.
 */
public final class StageRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);
    private static final long JOIN_MS = 2_000;

    private final String roleName;
    private final Supplier<? extends Stage> factory;
    private final Doorbell doorbell;
    private final NanoClock clock;
    private final LatencyHistogram cycles = new LatencyHistogram();
    private volatile Worker worker;
    private volatile int restarts;

    /**
     * @param factory makes the stage, and makes it anew for every restart; called by the thread that starts it
     * @param doorbell rung by the links that the stage polls
     */
    public StageRunner(Supplier<? extends Stage> factory, Doorbell doorbell, NanoClock clock) {
        this.factory = factory;
        this.doorbell = doorbell;
        this.clock = clock;
        Stage first = factory.get();
        this.roleName = first.roleName();
        this.worker = new Worker(first);
    }

    public String roleName() {
        return roleName;
    }

    public void start() {
        worker.thread.start();
    }

    /** Retires the thread and starts a new one with a new stage. Watchdog's thread. */
    public void restart() {
        Worker old = worker;
        old.retire();
        restarts++;
        worker = new Worker(factory.get());
        worker.thread.start();
    }

    public int restarts() {
        return restarts;
    }

    /** Whether the thread runs and has not crashed. */
    public boolean isAlive() {
        return worker.thread.isAlive() && worker.crash == null;
    }

    /** What ended the stage, or null. */
    public @Nullable Throwable crash() {
        return worker.crash;
    }

    /** For how long the duty cycle under way has lasted; 0 when idle. */
    public long busyNs(long nowNs) {
        long since = worker.busySinceNs;
        return since == Worker.IDLE ? 0 : Math.max(0, nowNs - since);
    }

    /** How long the duty cycles took that did something. */
    public LatencyHistogram cycles() {
        return cycles;
    }

    /** What the stage itself finds wrong, or null. */
    public @Nullable String complaint(long nowNs) {
        return worker.stage.complaint(nowNs);
    }

    @Override
    public void close() {
        Worker last = worker;
        last.retire();
        try {
            last.thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (last.thread.isAlive()) {
            LOG.warn("stage {} did not end within {} ms", roleName, JOIN_MS);
        }
    }

    private final class Worker implements Runnable {
        static final long IDLE = Long.MIN_VALUE;

        final Stage stage;
        final Thread thread;
        volatile long busySinceNs = IDLE;
        volatile boolean retired;
        volatile @Nullable Throwable crash;

        Worker(Stage stage) {
            this.stage = stage;
            this.thread = new Thread(this, roleName);
            this.thread.setDaemon(true);
        }

        void retire() {
            retired = true;
            thread.interrupt();
            doorbell.ring();
        }

        @Override
        public void run() {
            try {
                stage.onStart();
                while (!retired) {
                    if (cycle() == 0) {
                        idle();
                    }
                }
            } catch (Throwable e) { // a stage may die of anything, and must be seen to
                if (!retired) {
                    crash = e;
                    LOG.error("stage {} crashed: {}", roleName, e.toString(), e);
                }
            } finally {
                busySinceNs = IDLE;
                stage.onClose();
            }
        }

        private int cycle() throws Exception {
            long startNs = clock.nanoTime();
            busySinceNs = startNs;
            int done = stage.doWork(startNs);
            busySinceNs = IDLE;
            if (done > 0) {
                cycles.recordNs(clock.nanoTime() - startNs);
            }
            return done;
        }

        private void idle() throws Exception {
            doorbell.aboutToSleep();
            if (cycle() == 0 && !retired) {
                doorbell.await(stage.idleNs());
            } else {
                doorbell.awake();
            }
        }
    }
}
