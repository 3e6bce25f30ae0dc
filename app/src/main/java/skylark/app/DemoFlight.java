package skylark.app;

import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.stage.Stage;
import skylark.telemetry.vehicle.DeliveryFlight;
import skylark.telemetry.vehicle.VehicleLink;

/**
 * The demo's flight: the operator arms, has it take off and releases the package; the script flies the waypoints, comes
 * down over the drop and goes home.
 */
final class DemoFlight implements Stage {
    private static final long CYCLE_NS = 20_000_000;
    private static final double CRUISE_M = 18;

    private final VehicleLink script;
    private final DeliveryFlight delivery;
    private boolean underWay;
    private volatile DeliveryFlight.Leg leg = DeliveryFlight.Leg.ON_GROUND;

    /** @param script the way to the vehicle by which the script's commands go */
    DemoFlight(VehicleLink script) {
        this.script = script;
        this.delivery = new DeliveryFlight(script, Double.POSITIVE_INFINITY);
    }

    @Override
    public String roleName() {
        return "flight";
    }

    @Override
    public int doWork(long nowNs) {
        VehicleState state = script.state(nowNs);
        if (!underWay && state.inAir() && state.altM() != null && state.altM() > CRUISE_M) {
            underWay = true;
            script.send(VehicleCommand.of("MISSION_START"));
        }
        if (underWay) {
            delivery.step(nowNs);
            leg = delivery.leg();
        }
        return 0; // due by time, not by message
    }

    @Override
    public long idleNs() {
        return CYCLE_NS;
    }

    /** Where the delivery stands. Any thread. */
    DeliveryFlight.Leg leg() {
        return leg;
    }
}
