package skylark.telemetry.announce;

import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.VehicleEvent;

/**
 * The package: released once the load sensor says so, and "heading home" with it when the vehicle turns home within
 * two seconds; not confirmed when the gripper started and nothing followed for three.
 */
final class PackageWatch implements Watch {
    private static final long TURN_HOME_NS = 2_000_000_000;
    private static final long CONFIRM_NS = 3_000_000_000L;

    private @Nullable String payload;
    private @Nullable Long releasedNs;
    private @Nullable Long gripperNs;

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        String before = payload;
        payload = now.payload() == null ? before : now.payload();
        if (before != null && !before.equals(payload) && "released".equals(payload)) {
            releasedNs = nowNs;
            gripperNs = null;
        }
        if (releasedNs != null && (Holds.RETURNING.test(now) || nowNs - releasedNs >= TURN_HOME_NS)) {
            releasedNs = null;
            sink.raise(Candidate.of(Code.PKG_RELEASED));
        }
        if (gripperNs != null && nowNs - gripperNs >= CONFIRM_NS) {
            gripperNs = null;
            sink.raise(Candidate.of(Code.PKG_FAIL));
        }
    }

    @Override
    public void hear(VehicleEvent event, VehicleState now, long nowNs, Sink sink) {
        if (event instanceof VehicleEvent.Ack ack
                && ack.result() == AckResult.ACCEPTED
                && "DO_GRIPPER".equals(ack.command().name())
                && "attached".equals(now.payload())) {
            gripperNs = nowNs;
        }
    }
}
