package skylark.watchdog;

import org.jspecify.annotations.Nullable;
import skylark.stage.Pace;
import skylark.stage.StageRunner;
import skylark.watchdog.Evidence.Finding;
import skylark.watchdog.Supervisor.Kind;

/** One stage under supervision, and what is known of it. Belongs to the watchdog's thread. */
final class Watched {
    /** What waits for a stage that is idle is taken at once; so long only if its thread is not woken, or not let run. */
    private static final long STARVED_NS = 500_000_000;
    /** Between two looks. */
    private static final long LOOK_NS = 50_000_000;
    /** Loading a recogniser or a session takes half a second, on a busy machine two. */
    private static final long START_NS = 5_000_000_000L;

    final StageRunner runner;
    final Limits limits;
    final boolean restartable;
    long quietUntilNs;
    private final KeptWaiting kept = new KeptWaiting();
    private final @Nullable Doings doings;
    private final @Nullable Starvation starvation;
    private final @Nullable Flow flow;

    Watched(StageRunner runner, Limits limits, @Nullable Doings doings, boolean restartable, long nowNs) {
        this.runner = runner;
        this.limits = limits;
        this.doings = doings;
        this.restartable = restartable;
        this.quietUntilNs = nowNs;
        this.starvation = doings == null ? null : new Starvation(doings.intake(), nowNs);
        this.flow = doings == null ? null : new Flow(doings.causes(), doings.sent(), limits.perCause(), limits.burst());
    }

    /** What it did until now is dealt with, or was not its fault. */
    void forget(long nowNs) {
        if (doings != null && starvation != null && flow != null) {
            doings.evidence().forget();
            starvation.forget(nowNs);
            flow.forget();
        }
    }

    /**
     * One look.
     *
     * @param ownLatenessNs of the watchdog just now, which is not charged
     * @param excuseNs by how much threads may be late on this machine
     */
    @Nullable Finding look(long nowNs, long ownLatenessNs, long excuseNs) {
        Pace pace = limits.pace();
        if (pace != Pace.ANY) {
            runner.pace(new Pace(pace.cycleNs() + excuseNs, pace.overrunsNs() + excuseNs));
        }
        if (!runner.isAlive()) {
            Throwable crash = runner.crash();
            return new Finding(Kind.CRASHED, crash == null ? "its thread ended" : crash.toString());
        }
        long startingNs = runner.startingNs(nowNs);
        if (startingNs > 0) {
            kept.forget();
            forget(nowNs);
            return startingNs - ownLatenessNs > START_NS
                    ? new Finding(Kind.STALLED, "not ready " + startingNs / 1_000_000 + " ms after it was started")
                    : null;
        }
        kept.look(runner, nowNs);
        long busyNs = runner.busyNs(nowNs);
        if (busyNs - ownLatenessNs - kept.withinNs(busyNs) > limits.stallNs()) {
            return new Finding(Kind.STALLED, "busy for " + busyNs / 1_000_000 + " ms with one message");
        }
        Finding finding = doings(nowNs, ownLatenessNs, excuseNs, busyNs > 0);
        if (finding != null) {
            return finding;
        }
        Finding slow = slow(pace);
        if (slow != null) {
            return slow;
        }
        String complaint = runner.complaint(nowNs);
        return complaint == null ? null : new Finding(Kind.COMPLAINED, complaint);
    }

    private @Nullable Finding slow(Pace pace) {
        long slowNs = runner.slowNs();
        if (slowNs == 0) {
            return null;
        }
        if (slowNs - kept.withinNs(slowNs + LOOK_NS) < pace.overrunsNs()) {
            runner.forgive(); // others held the processor
            return null;
        }
        return new Finding(
                Kind.SLOW,
                "took " + slowNs / 1_000_000 + " ms where each message may take " + pace.cycleNs() / 1_000_000);
    }

    private @Nullable Finding doings(long nowNs, long ownLatenessNs, long excuseNs, boolean busy) {
        if (doings == null || starvation == null || flow == null) {
            return null;
        }
        String flood = flow.look();
        if (flood != null) {
            return new Finding(Kind.FLOODING, flood);
        }
        if (busy) {
            starvation.forget(nowNs);
        }
        String hunger = starvation.look(nowNs, ownLatenessNs, STARVED_NS + excuseNs);
        return hunger != null ? new Finding(Kind.STARVED, hunger) : doings.finding();
    }

    /** What may be the reason that a reply is late, in one line; null when there is none here. */
    @Nullable String suspicion(long nowNs) {
        if (!limits.replies()) {
            return null;
        }
        Finding finding = doings == null ? null : doings.finding();
        if (!runner.isAlive()) {
            return "has crashed";
        }
        if (finding != null) {
            return finding.detail();
        }
        if (runner.startingNs(nowNs) > 0) {
            return "is being restarted";
        }
        long busyNs = runner.busyNs(nowNs);
        if (busyNs >= 20_000_000) {
            return "busy for " + busyNs / 1_000_000 + " ms with one message";
        }
        return doings != null && doings.intake().waits() && busyNs == 0 ? "does not take what waits for it" : null;
    }
}
