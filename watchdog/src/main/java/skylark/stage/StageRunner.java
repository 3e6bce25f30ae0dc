package skylark.stage;

import java.util.ArrayList;
import java.util.List;
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
    private final List<Worker> retired = new ArrayList<>();
    private volatile Pace pace = Pace.ANY;
    private volatile Worker worker;
    private volatile int restarts;

    /**
     * @param factory makes the stage: the first one here, each further one on its own thread, for that may take long
     * @param doorbell rung by the links that the stage polls
     */
    public StageRunner(Supplier<? extends Stage> factory, Doorbell doorbell, NanoClock clock) {
        this.factory = factory;
        this.doorbell = doorbell;
        this.clock = clock;
        Stage first = factory.get();
        this.roleName = first.roleName();
        this.worker = new Worker(first, roleName);
    }

    public String roleName() {
        return roleName;
    }

    public void start() {
        worker.begin();
    }

    /** Retires the thread and starts a new one with a new stage. Watchdog's thread. */
    public void restart() {
        Worker old = worker;
        old.retire();
        retired.removeIf(gone -> !gone.thread.isAlive());
        retired.add(old);
        restarts++;
        worker = new Worker(null, roleName);
        worker.begin();
    }

    public int restarts() {
        return restarts;
    }

    /** How many retired threads have not come back from the call that they are stuck in. Watchdog's thread. */
    public int stuck() {
        int stuck = 0;
        for (int i = 0; i < retired.size(); i++) {
            stuck += retired.get(i).thread.isAlive() ? 1 : 0;
        }
        return stuck;
    }

    /** For how long the oldest of them has been retired; 0 when none is stuck. Watchdog's thread. */
    public long stuckNs(long nowNs) {
        long longest = 0;
        for (int i = 0; i < retired.size(); i++) {
            Worker gone = retired.get(i);
            longest = gone.thread.isAlive() ? Math.max(longest, nowNs - gone.retiredNs) : longest;
        }
        return longest;
    }

    /** Whether the thread runs and has not crashed. */
    public boolean isAlive() {
        return worker.thread.isAlive() && worker.crash == null;
    }

    /** What ended the stage, or null. */
    public @Nullable Throwable crash() {
        return worker.crash;
    }

    /** For how long the stage has been made and started without being ready; 0 when it is. */
    public long startingNs(long nowNs) {
        Worker current = worker;
        return current.ready ? 0 : Math.max(0, nowNs - current.begunNs);
    }

    /** For how long the duty cycle under way has lasted; 0 when idle. */
    public long busyNs(long nowNs) {
        long since = worker.busySinceNs;
        return since == Worker.IDLE ? 0 : Math.max(0, nowNs - since);
    }

    /** What duty cycles may take from now on; see {@link #slowNs}. Any thread. */
    public void pace(Pace allowed) {
        pace = allowed;
    }

    /** What overruns took that were too many, since this thread began; 0 when there were none. Any thread. */
    public long slowNs() {
        return worker.slowNs;
    }

    /** What {@link #slowNs} told was not the stage's fault. Watchdog's thread. */
    public void forgive() {
        Worker current = worker;
        current.forgiven = true;
        current.slowNs = 0;
    }

    /** For how long the thread has been kept from running since it began. Watchdog's thread. */
    public long cpuWaitNs() {
        return worker.cpuWait.ns();
    }

    /** How long the duty cycles took that did something. */
    public LatencyHistogram cycles() {
        return cycles;
    }

    /** What the stage itself finds wrong, or null. */
    public @Nullable String complaint(long nowNs) {
        Stage stage = worker.stage;
        return stage == null ? null : stage.complaint(nowNs);
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

        final Thread thread;
        volatile @Nullable Stage stage;
        volatile long begunNs;
        volatile boolean ready;
        volatile long busySinceNs = IDLE;
        volatile long slowNs;
        volatile boolean retired;
        volatile long retiredNs;
        volatile @Nullable Throwable crash;
        volatile boolean forgiven;
        volatile CpuWait cpuWait = CpuWait.NONE;
        private long overrunsNs;

        /** @param stage null to have it made by the thread */
        Worker(@Nullable Stage stage, String name) {
            this.stage = stage;
            this.thread = new Thread(this, name);
            this.thread.setDaemon(true);
        }

        void begin() {
            begunNs = clock.nanoTime();
            thread.start();
        }

        void retire() {
            retiredNs = clock.nanoTime();
            retired = true;
            thread.interrupt();
            doorbell.ring();
        }

        @Override
        public void run() {
            Stage mine = stage;
            cpuWait = clock.cpuWait();
            try {
                if (mine == null) {
                    mine = factory.get();
                    stage = mine;
                }
                mine.onStart();
                ready = true;
                while (!retired) {
                    if (cycle(mine) == 0) {
                        idle(mine);
                    }
                }
            } catch (Throwable e) { // a stage may die of anything, and must be seen to
                if (!retired) {
                    crash = e;
                    LOG.error("stage {} crashed: {}", roleName, e.toString(), e);
                }
            } finally {
                busySinceNs = IDLE;
                cpuWait.close();
                if (mine != null) {
                    mine.onClose();
                }
            }
        }

        private int cycle(Stage mine) throws Exception {
            long startNs = clock.nanoTime();
            busySinceNs = startNs;
            int done = mine.doWork(startNs);
            busySinceNs = IDLE;
            if (done > 0) {
                long tookNs = clock.nanoTime() - startNs;
                cycles.recordNs(tookNs);
                judge(tookNs, pace);
            }
            return done;
        }

        private void judge(long tookNs, Pace allowed) {
            if (forgiven) {
                forgiven = false;
                overrunsNs = 0;
            }
            boolean overrun = tookNs > allowed.cycleNs();
            overrunsNs = overrun ? overrunsNs + tookNs : Math.max(0, overrunsNs - allowed.cycleNs());
            if (overrunsNs > 0 && overrunsNs >= allowed.overrunsNs()) {
                slowNs = overrunsNs;
            }
        }

        private void idle(Stage mine) throws Exception {
            doorbell.aboutToSleep();
            if (cycle(mine) == 0 && !retired) {
                doorbell.await(mine.idleNs());
            } else {
                doorbell.awake();
            }
        }
    }
}
