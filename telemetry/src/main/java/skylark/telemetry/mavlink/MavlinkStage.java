package skylark.telemetry.mavlink;

import skylark.stage.Stage;

/** Runs a link. It looks for bytes 250 times a second; a command wakes it at once. */
public final class MavlinkStage implements Stage {
    private static final long CYCLE_NS = 4_000_000;

    private final MavlinkLink link;

    public MavlinkStage(MavlinkLink link) {
        this.link = link;
    }

    @Override
    public String roleName() {
        return "vehicle";
    }

    @Override
    public int doWork(long nowNs) {
        return link.step(nowNs);
    }

    @Override
    public long idleNs() {
        return CYCLE_NS;
    }
}
