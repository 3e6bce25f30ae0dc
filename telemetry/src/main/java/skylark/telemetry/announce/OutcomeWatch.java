package skylark.telemetry.announce;

import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.VehicleEvent;

/**
 * What came of a command, where the operator would otherwise wait in vain: the vehicle refused what the gate had let
 * through, or accepted it and then it was not seen to happen. Arming and the package have watches of their own.
 */
final class OutcomeWatch implements Watch {

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {}

    @Override
    public void hear(VehicleEvent event, VehicleState now, long nowNs, Sink sink) {
        if (event instanceof VehicleEvent.Ack ack
                && ack.result() != AckResult.ACCEPTED
                && !"COMPONENT_ARM_DISARM".equals(ack.command().name())) {
            // The vehicle's own words are not read out.
            sink.raise(Candidate.detail(Code.SYS, "command refused"));
        } else if (event instanceof VehicleEvent.Outcome outcome
                && !outcome.done()
                && !"DO_GRIPPER".equals(outcome.command().name())) {
            sink.raise(Candidate.detail(Code.SYS, outcome.reason()));
        }
    }
}
