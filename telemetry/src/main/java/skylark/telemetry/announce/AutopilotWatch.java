package skylark.telemetry.announce;

import skylark.domain.VehicleState;

/** Nothing heard from the autopilot: said at once, three times every 10 s, then every minute. */
final class AutopilotWatch implements Watch {
    private static final long SOON_NS = 10_000_000_000L;
    private static final long LATER_NS = 60_000_000_000L;
    private static final int SOON = 3;

    private int said;
    private long saidNs;

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        if (!Holds.SILENT.test(now)) {
            said = 0;
            return;
        }
        if (said == 0 || nowNs - saidNs >= (said < SOON ? SOON_NS : LATER_NS)) {
            said++;
            saidNs = nowNs;
            sink.raise(Candidate.of(Code.FCU_LOST));
        }
    }
}
