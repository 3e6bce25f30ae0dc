package skylark.watchdog;

import org.jspecify.annotations.Nullable;
import skylark.stage.Intake;

/** Notices that something waits for a stage which takes nothing, though it is not at work. Watchdog's thread. */
final class Starvation {
    private final Intake intake;
    private long taken;
    private long sinceNs;

    Starvation(Intake intake, long nowNs) {
        this.intake = intake;
        this.sinceNs = nowNs;
    }

    /** Nothing to reproach the stage with until now. */
    void forget(long nowNs) {
        taken = intake.taken();
        sinceNs = nowNs;
    }

    /**
     * @param ownLatenessNs of the watchdog, which is not charged
     * @return what is wrong, or null
     */
    @Nullable String look(long nowNs, long ownLatenessNs, long limitNs) {
        if (!intake.waits() || intake.taken() != taken) {
            forget(nowNs);
            return null;
        }
        sinceNs = Math.min(nowNs, sinceNs + ownLatenessNs);
        long waitedNs = nowNs - sinceNs;
        return waitedNs > limitNs ? "took nothing of what waits for it for " + waitedNs / 1_000_000 + " ms" : null;
    }
}
