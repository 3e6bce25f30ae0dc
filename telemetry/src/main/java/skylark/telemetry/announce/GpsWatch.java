package skylark.telemetry.announce;

import skylark.domain.VehicleState;

/** The satellite fix: bad for 3 s, good for 5 s. */
final class GpsWatch implements Watch {
    private final Settled bad = new Settled(3_000, 5_000);

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        Boolean noFix = now.gpsFix() == null ? null : Holds.NO_FIX.test(now);
        switch (bad.look(noFix, nowNs)) {
            case ROSE -> sink.raise(Candidate.of(Code.GPS_BAD));
            case FELL -> sink.raise(Candidate.of(Code.GPS_OK));
            case NONE -> {}
        }
    }
}
