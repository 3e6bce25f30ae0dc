package skylark.telemetry.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import skylark.domain.VehicleState;
import skylark.telemetry.journal.Envelopes;
import skylark.telemetry.journal.VehicleBrief;
import skylark.telemetry.journal.When;

/** Status on change and every five seconds, position once a second in the air. Owned by one thread. */
final class Reports {
    private static final long LOOK_NS = 100_000_000;
    private static final long STATUS_NS = 5_000_000_000L;
    private static final long POSITION_NS = 1_000_000_000;
    private static final int STATUS_PRIORITY = 3;
    private static final int POSITION_PRIORITY = 5;
    private static final int POSITION_EXPIRES_S = 10;

    private final Envelopes envelopes;
    private final LongFunction<VehicleState> vehicle;
    private Map<String, Object> lastStatus = Map.of();
    private long lookedNs;
    private long statusNs;
    private long positionNs;

    Reports(Envelopes envelopes, LongFunction<VehicleState> vehicle, long nowNs) {
        this.envelopes = envelopes;
        this.vehicle = vehicle;
        this.lookedNs = nowNs - LOOK_NS;
        this.statusNs = nowNs - STATUS_NS;
        this.positionNs = nowNs - POSITION_NS;
    }

    /** The next status goes out at once, changed or not. */
    void repeat(long nowNs) {
        statusNs = nowNs - STATUS_NS;
        lookedNs = nowNs - LOOK_NS;
    }

    void look(When at, Latest latest) {
        long nowNs = at.monoNs();
        if (nowNs - lookedNs < LOOK_NS) {
            return;
        }
        lookedNs = nowNs;
        VehicleState state = vehicle.apply(nowNs);
        if (state.equals(VehicleState.UNKNOWN)) {
            return;
        }
        Map<String, Object> status = VehicleBrief.status(state);
        if (!status.equals(lastStatus) || nowNs - statusNs >= STATUS_NS) {
            lastStatus = status;
            statusNs = nowNs;
            Map<String, Object> all = new LinkedHashMap<>(status);
            VehicleBrief.details(all, state);
            latest.put(message("status", STATUS_PRIORITY, 1, 0, at, all));
        }
        if (state.inAir() && nowNs - positionNs >= POSITION_NS) {
            positionNs = nowNs;
            Map<String, Object> position = VehicleBrief.position(state);
            latest.put(message("pos", POSITION_PRIORITY, 0, POSITION_EXPIRES_S, at, position));
        }
    }

    private Latest.Message message(
            String topic, int priority, int qos, int expiresS, When at, Map<String, Object> data) {
        String body = envelopes.other(topic, priority, at, data);
        return new Latest.Message(topic, priority, qos, true, expiresS, at.wallMs(), body);
    }
}
