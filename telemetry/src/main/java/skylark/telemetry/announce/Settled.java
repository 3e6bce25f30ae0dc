package skylark.telemetry.announce;

import org.jspecify.annotations.Nullable;

/** A condition that counts as changed once it has stayed so for a while; the first one known is the baseline. */
final class Settled {
    private final long riseNs;
    private final long fallNs;
    private @Nullable Boolean settled;
    private long differsSinceNs;
    private boolean differs;

    /** What a look found. */
    enum Edge {
        NONE,
        ROSE,
        FELL
    }

    Settled(long riseMs, long fallMs) {
        this.riseNs = riseMs * 1_000_000;
        this.fallNs = fallMs * 1_000_000;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(settled);
    }

    /** @param value null when it is not known, which changes nothing */
    Edge look(@Nullable Boolean value, long nowNs) {
        if (value == null) {
            return Edge.NONE;
        }
        if (settled == null || settled.equals(value)) {
            settled = value;
            differs = false;
            return Edge.NONE;
        }
        if (!differs) {
            differs = true;
            differsSinceNs = nowNs;
        }
        if (nowNs - differsSinceNs < (value ? riseNs : fallNs)) {
            return Edge.NONE;
        }
        settled = value;
        differs = false;
        return value ? Edge.ROSE : Edge.FELL;
    }
}
