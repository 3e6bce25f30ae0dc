package skylark.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.metrics.LatencyHistogram;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.Stage;

/** Times out the deadlines that nobody closed, and supervises the stages. */
public final class WatchdogStage implements Stage {
    private static final long RETRY_NS = 1_000_000;
    private static final long CHECK_EVERY_NS = 50_000_000;
    /** What was late is half forgotten after 22 looks, which is a second. */
    private static final int FORGETTING = 32;
    /** A stage's thread and the one that it waits for, both as late as this one was. */
    private static final int EXCUSED = 2;

    private final Link<TurnDeadline> armed;
    private final List<TurnDeadline> open = new ArrayList<>();
    /** Timed out, and nobody took it yet. */
    private final List<TurnDeadline> untaken = new ArrayList<>();

    private final Predicate<TurnDeadline> onTimeOut;
    private final Supervisor supervisor;
    private final LatencyHistogram lateness = new LatencyHistogram();
    private long nextCheckNs = Long.MIN_VALUE;
    private long nowNs;
    private volatile @Nullable String hopeless;
    private volatile Runnable eachLook = () -> {};
    private volatile long worstLatenessNs;
    private volatile long recentLatenessNs;

    /**
     * @param onTimeOut called on this stage's thread, for each deadline that was missed, once, or again a
     *     millisecond later when it is false, for nobody took it; must not block
     */
    public WatchdogStage(Doorbell doorbell, Predicate<TurnDeadline> onTimeOut, Supervisor supervisor) {
        this.armed = new Link<>("deadlines", 64, doorbell);
        this.onTimeOut = onTimeOut;
        this.supervisor = supervisor;
    }

    @Override
    public String roleName() {
        return "watchdog";
    }

    /** Starts the watch over a turn. Any thread. */
    public boolean arm(TurnDeadline deadline) {
        return armed.offer(deadline);
    }

    @Override
    public int doWork(long now) {
        nowNs = now;
        int done = takeArmed() + retry() + timeOutDue();
        if (nextCheckNs == Long.MIN_VALUE) {
            nextCheckNs = now;
        }
        if (now >= nextCheckNs) {
            long latenessNs = now - nextCheckNs;
            worstLatenessNs = Math.max(worstLatenessNs, latenessNs);
            recentLatenessNs = Math.max(latenessNs, recentLatenessNs - recentLatenessNs / FORGETTING);
            lateness.recordNs(latenessNs);
            supervisor.check(now, latenessNs, EXCUSED * recentLatenessNs);
            hopeless = supervisor.hopeless(now);
            eachLook.run();
            nextCheckNs = now + CHECK_EVERY_NS;
        }
        return done;
    }

    /** Parks until the next deadline or look at the stages, whichever is first. */
    @Override
    public long idleNs() {
        long nextNs = untaken.isEmpty() ? nextCheckNs : nowNs + RETRY_NS;
        for (int i = 0; i < open.size(); i++) {
            nextNs = Math.min(nextNs, open.get(i).dueNs());
        }
        return Math.max(1, nextNs - nowNs);
    }

    /** What to do at every look, on this stage's thread; it must not block. Any thread sets it. */
    public void eachLook(Runnable task) {
        eachLook = task;
    }

    /** The stage whose threads are stuck for good, so that only a new process helps; null when there is none. Any thread. */
    public @Nullable String hopeless() {
        return hopeless;
    }

    /** The worst by which this stage itself was late. Any thread. */
    public long worstLatenessNs() {
        return worstLatenessNs;
    }

    /** By how much this stage woke late, look by look; not charged to any other stage. Any thread. */
    public LatencyHistogram lateness() {
        return lateness;
    }

    /** How late threads wake on this machine just now: the worst of late, what is older counting for less. Any thread. */
    public long recentLatenessNs() {
        return recentLatenessNs;
    }

    private int takeArmed() {
        int taken = 0;
        for (TurnDeadline deadline = armed.poll(); deadline != null; deadline = armed.poll()) {
            open.add(deadline);
            taken++;
        }
        return taken;
    }

    /** A full link must not cost a turn its sound. */
    private int retry() {
        int before = untaken.size();
        untaken.removeIf(deadline -> deadline.soundNs() != Long.MIN_VALUE || onTimeOut.test(deadline));
        return before - untaken.size();
    }

    private int timeOutDue() {
        int timedOut = 0;
        for (int i = open.size() - 1; i >= 0; i--) {
            TurnDeadline deadline = open.get(i);
            if (deadline.state() != TurnDeadline.State.OPEN) {
                open.remove(i);
            } else if (nowNs >= deadline.dueNs()) {
                open.remove(i);
                if (deadline.timeOut()) {
                    deadline.blame(supervisor.suspect(nowNs));
                    if (!onTimeOut.test(deadline)) {
                        untaken.add(deadline);
                    }
                    timedOut++;
                }
            }
        }
        return timedOut;
    }
}
