package skylark.telemetry.announce;

import skylark.domain.VehicleState;

/** Armed and disarmed, settled for 300 ms. */
final class ArmingWatch implements Watch {
    private final Settled armed = new Settled(300, 300);

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        switch (armed.look(now.armed(), nowNs)) {
            case ROSE -> sink.raise(Candidate.of(Code.ARMED));
            case FELL -> sink.raise(Candidate.of(Code.DISARMED));
            case NONE -> {}
        }
    }
}
