package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import skylark.stage.CpuWait;
import skylark.stage.NanoClock;

/**
 * Time that passes when nobody has anything to do, and then at once to the moment at which somebody wakes. The threads
 * are real, and so is all that they do; only their waiting takes no time. What is slow on this machine is as quick as
 * everything else.
 *
 * <p>Knows the stages' threads by its own group, so pipelines must be made and started within {@link #within}.
 */
final class VirtualTime implements NanoClock {
    private static final long BEGIN_NS = 1_000_000_000;
    private static final long GIVE_UP_MS = 20_000;

    private final ThreadGroup group = new ThreadGroup("virtual time");
    private final Map<Thread, Long> parkedUntilNs = new HashMap<>();
    private final Map<Thread, Boolean> permits = new HashMap<>();
    private Thread[] threads = new Thread[64];
    private long nowNs = BEGIN_NS;

    @Override
    public synchronized long nanoTime() {
        return nowNs;
    }

    @Override
    public synchronized void park(Object blocker, long maxNs) {
        Thread self = Thread.currentThread();
        long untilNs = nowNs + Math.max(1, maxNs);
        parkedUntilNs.put(self, untilNs);
        notifyAll();
        try {
            while (nowNs < untilNs && permits.remove(self) == null) {
                wait();
            }
        } catch (InterruptedException e) {
            self.interrupt();
        } finally {
            parkedUntilNs.remove(self);
        }
    }

    @Override
    public CpuWait cpuWait() {
        return CpuWait.NONE;
    }

    @Override
    public synchronized void unpark(Thread thread) {
        permits.put(thread, true);
        parkedUntilNs.remove(thread);
        notifyAll();
    }

    /** Makes something whose threads live by this time. */
    <T> T within(Callable<T> making) throws Exception {
        Object[] made = new Object[1];
        Throwable[] failed = new Throwable[1];
        Thread maker = new Thread(group, () -> {
            try {
                made[0] = making.call();
            } catch (Throwable e) {
                failed[0] = e;
            }
        });
        maker.start();
        maker.join();
        if (failed[0] != null) {
            throw new AssertionError(failed[0]);
        }
        @SuppressWarnings("unchecked")
        T result = (T) made[0];
        return result;
    }

    /** Lets time pass until it has happened; how long that took, in milliseconds. */
    long passUntil(String what, long mostMs, BooleanSupplier happened) {
        long startNs = nanoTime();
        while (!happened.getAsBoolean()) {
            assertThat((nanoTime() - startNs) / 1_000_000)
                    .as("waiting for %s", what)
                    .isLessThanOrEqualTo(mostMs);
            step();
        }
        return (nanoTime() - startNs) / 1_000_000;
    }

    void pass(long ms) {
        long endNs = nanoTime() + ms * 1_000_000;
        while (nanoTime() < endNs) {
            step();
        }
    }

    /** Waits until every thread is parked, then goes on to the first moment at which one wakes. */
    private synchronized void step() {
        long startMs = System.currentTimeMillis();
        while (!settled()) {
            if (System.currentTimeMillis() - startMs > GIVE_UP_MS) {
                throw new AssertionError("never parks: " + atWork());
            }
            try {
                wait(1);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        long nextNs = Long.MAX_VALUE;
        for (long untilNs : parkedUntilNs.values()) {
            nextNs = Math.min(nextNs, untilNs);
        }
        nowNs = Math.max(nowNs, nextNs);
        parkedUntilNs.values().removeIf(untilNs -> untilNs <= nowNs);
        notifyAll();
    }

    /** Libraries start threads of their own. */
    private static boolean isStage(Thread thread) {
        return Fault.stages().contains(thread.getName()) || thread.getName().equals("watchdog");
    }

    private String atWork() {
        StringBuilder found = new StringBuilder();
        for (Thread thread : threads) {
            if (thread != null && thread.isAlive() && !parkedUntilNs.containsKey(thread)) {
                found.append(thread).append(Arrays.toString(thread.getStackTrace()));
            }
        }
        return found.toString();
    }

    private boolean settled() {
        int count = group.enumerate(threads);
        if (count == threads.length) {
            threads = new Thread[2 * count];
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!parkedUntilNs.containsKey(threads[i]) && isStage(threads[i])) {
                return false;
            }
        }
        return true;
    }
}
