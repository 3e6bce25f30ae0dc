package skylark.telemetry.mavlink;

import skylark.domain.VehicleState;

/**
 * A vehicle at one moment. Its age is that of the newest message; but of the heartbeat or the position, where one of
 * them has stopped while others come.
 */
record Snapshot(VehicleState state, long newestNs, long heartbeatNs, long positionNs) {
    static final Snapshot NOTHING = new Snapshot(VehicleState.UNKNOWN, 0, 0, 0);
    private static final double STOPPED_S = 2;

    VehicleState at(long nowNs) {
        if (this == NOTHING) {
            return state;
        }
        double ageS = ageS(newestNs, nowNs);
        double heartbeatS = ageS(heartbeatNs, nowNs);
        double positionS = ageS(positionNs, nowNs);
        double oldestS = Math.max(heartbeatS > STOPPED_S ? heartbeatS : 0, positionS > STOPPED_S ? positionS : 0);
        return state.toBuilder().ageS(Math.max(ageS, oldestS)).build();
    }

    private static double ageS(long sinceNs, long nowNs) {
        return Math.max(0, (nowNs - sinceNs) / 1e9);
    }
}
