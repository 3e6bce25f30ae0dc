package skylark.app;

import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.stage.NanoClock;
import skylark.telemetry.vehicle.VehicleLink;
import skylark.telemetry.vehicle.VehicleListener;

/** A script's way to the vehicle: it flies on the operator's behalf, so its changes of mode are not the pilot's. */
record AnnouncedLink(VehicleLink vehicle, Authority authority, NanoClock clock) implements VehicleLink {
    @Override
    public VehicleState state(long nowNs) {
        return vehicle.state(nowNs);
    }

    @Override
    public long send(VehicleCommand command) {
        authority.asked(command, clock.nanoTime());
        return vehicle.send(command);
    }

    @Override
    public void listen(VehicleListener listener) {
        vehicle.listen(listener);
    }
}
