package skylark.watchdog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import skylark.stage.StageRunner;

/**
 * Looks after the stages: is each alive, does it answer in time, does it complain. Belongs to the watchdog's thread,
 * but for {@link #watch}.
 */
public final class Supervisor {
    /** A stage that crashes at once is not restarted faster than this. */
    private static final long RESTART_PAUSE_NS = 500_000_000;

    /** What was wrong with a stage, and that it was restarted. */
    public record Trip(String stage, Kind kind, String detail, boolean restarted) {}

    /** Which of the three kinds of supervision noticed. */
    public enum Kind {
        CRASHED,
        STALLED,
        COMPLAINED
    }

    private final List<Watched> stages = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> trips = new HashMap<>();
    private final Consumer<Trip> listener;

    public Supervisor(Consumer<Trip> listener) {
        this.listener = listener;
    }

    /**
     * Looks after one more stage, which has been started. Any thread.
     *
     * @param stallNs a duty cycle longer than this is a stall
     * @param restartable false for a stage that only reports, such as one whose restart is a new process
     */
    public void watch(StageRunner runner, long stallNs, boolean restartable, long nowNs) {
        stages.add(new Watched(runner, stallNs, restartable, nowNs));
    }

    /**
     * One look at every stage.
     *
     * @param ownLatenessNs by how much the watchdog itself woke late; not charged to a stage
     */
    public void check(long nowNs, long ownLatenessNs) {
        for (Watched watched : stages) {
            if (nowNs - watched.quietUntilNs >= 0) {
                check(watched, nowNs, ownLatenessNs);
            }
        }
    }

    /** How often each stage tripped, by name. */
    public Map<String, Integer> trips() {
        return Map.copyOf(trips);
    }

    private void check(Watched watched, long nowNs, long ownLatenessNs) {
        StageRunner runner = watched.runner;
        if (!runner.isAlive()) {
            Throwable crash = runner.crash();
            trip(watched, Kind.CRASHED, crash == null ? "its thread ended" : crash.toString(), nowNs);
            return;
        }
        long busyNs = runner.busyNs(nowNs) - ownLatenessNs;
        if (busyNs > watched.stallNs) {
            trip(watched, Kind.STALLED, "busy for " + busyNs / 1_000_000 + " ms with one message", nowNs);
            return;
        }
        String complaint = runner.complaint(nowNs);
        if (complaint != null) {
            trip(watched, Kind.COMPLAINED, complaint, nowNs);
        }
    }

    private void trip(Watched watched, Kind kind, String detail, long nowNs) {
        watched.quietUntilNs = nowNs + RESTART_PAUSE_NS;
        trips.merge(watched.runner.roleName(), 1, Integer::sum);
        if (watched.restartable) {
            watched.runner.restart();
        }
        listener.accept(new Trip(watched.runner.roleName(), kind, detail, watched.restartable));
    }

    private static final class Watched {
        final StageRunner runner;
        final long stallNs;
        final boolean restartable;
        long quietUntilNs;

        Watched(StageRunner runner, long stallNs, boolean restartable, long nowNs) {
            this.runner = runner;
            this.stallNs = stallNs;
            this.restartable = restartable;
            this.quietUntilNs = nowNs;
        }
    }
}
