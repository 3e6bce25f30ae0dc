package skylark.watchdog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skylark.stage.StageRunner;
import skylark.watchdog.Evidence.Finding;

/**
 * Looks after the stages: is each alive, does it answer in time, does it take what waits for it, does it send what it
 * should, does anybody complain. Belongs to the watchdog's thread, but for {@link #watch}.
 */
public final class Supervisor {
    /** A stage that crashes at once is not restarted faster than this. */
    private static final long RESTART_PAUSE_NS = 500_000_000;
    /** A reply that is late may be so for what went wrong so long ago. */
    private static final long BLAME_NS = 2_000_000_000L;
    /** A retired thread that has not come back by then never will. */
    private static final long STUCK_NS = 20_000_000_000L;

    private static final int STUCK_THREADS = 2;

    /** What was wrong with a stage, and that it was restarted. */
    public record Trip(String stage, Kind kind, String detail, boolean restarted) {}

    /** What was noticed. */
    public enum Kind {
        /** Its thread ended. */
        CRASHED,
        /** It does not come back from one message. */
        STALLED,
        /** It takes several times its share. */
        SLOW,
        /** It sends more than it was given cause for. */
        FLOODING,
        /** It takes nothing of what waits for it, or gets nothing from its source. */
        STARVED,
        /** It sent what cannot be true. */
        LYING,
        /** It says itself that something is wrong. */
        COMPLAINED
    }

    private final List<Watched> stages = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> trips = new HashMap<>();
    private final Consumer<Trip> listener;
    private @Nullable Trip lastTrip;
    private long lastTripNs;

    public Supervisor(Consumer<Trip> listener) {
        this.listener = listener;
    }

    /**
     * Looks after one more stage, which has been started: that it is alive and answers. Any thread.
     *
     * @param stallNs a duty cycle longer than this is a stall
     * @param restartable false for a stage that only reports, such as one whose restart is a new process
     */
    public void watch(StageRunner runner, long stallNs, boolean restartable, long nowNs) {
        stages.add(new Watched(runner, Limits.ofStall(stallNs), null, restartable, nowNs));
    }

    /** The same, and looks at what it does, too. Any thread. */
    public void watch(StageRunner runner, Limits limits, Doings doings, long nowNs) {
        stages.add(new Watched(runner, limits, doings, true, nowNs));
    }

    /**
     * One look at every stage.
     *
     * @param ownLatenessNs by how much the watchdog itself woke late; not charged to a stage
     * @param excuseNs by how much threads may be late on this machine; what takes little more than it should is excused
     */
    public void check(long nowNs, long ownLatenessNs, long excuseNs) {
        for (Watched watched : stages) {
            if (nowNs - watched.quietUntilNs < 0) {
                watched.forget(nowNs);
                continue;
            }
            Finding finding = watched.look(nowNs, ownLatenessNs, excuseNs);
            if (finding != null) {
                trip(watched, finding, nowNs);
            }
        }
    }

    /** How often each stage tripped, by name. */
    public Map<String, Integer> trips() {
        return Map.copyOf(trips);
    }

    /** Which stage is the likeliest reason that a reply is late, and why; in one line. */
    public String suspect(long nowNs) {
        Trip trip = lastTrip;
        if (trip != null && nowNs - lastTripNs <= BLAME_NS) {
            return trip.stage() + ": " + trip.detail();
        }
        for (Watched watched : stages) {
            String suspicion = watched.suspicion(nowNs);
            if (suspicion != null) {
                return watched.runner.roleName() + ": " + suspicion;
            }
        }
        return "no stage is at work on it";
    }

    /** The stage whose threads are stuck for good, so that only a new process helps; null when there is none. */
    public @Nullable String hopeless(long nowNs) {
        for (Watched watched : stages) {
            if (watched.runner.stuck() >= STUCK_THREADS || watched.runner.stuckNs(nowNs) > STUCK_NS) {
                return watched.runner.roleName();
            }
        }
        return null;
    }

    private void trip(Watched watched, Finding finding, long nowNs) {
        String stage = watched.runner.roleName();
        watched.quietUntilNs = nowNs + RESTART_PAUSE_NS;
        watched.forget(nowNs);
        trips.merge(stage, 1, Integer::sum);
        if (watched.restartable) {
            watched.runner.restart();
        }
        Trip trip = new Trip(stage, finding.kind(), finding.detail(), watched.restartable);
        lastTrip = trip;
        lastTripNs = nowNs;
        listener.accept(trip);
    }
}
