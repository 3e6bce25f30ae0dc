package skylark.telemetry.announce;

import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.VehicleEvent;

/** Watches one matter. The first state is the baseline: learned, and nothing said about it. */
interface Watch {

    /** Looks at a newer state. */
    void look(VehicleState now, long nowNs, Sink sink);

    /** Hears what the vehicle said. */
    default void hear(VehicleEvent event, VehicleState now, long nowNs, Sink sink) {}

    /** The operator had this command sent, and heard so in the reply. */
    default void asked(VehicleCommand command, long nowNs) {}

    /** The operator has taken notice. */
    default void acknowledged() {}
}
