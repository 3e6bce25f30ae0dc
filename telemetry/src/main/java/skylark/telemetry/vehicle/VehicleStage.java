package skylark.telemetry.vehicle;

import org.jspecify.annotations.Nullable;
import skylark.stage.Stage;

/** Flies the simulated vehicle, and its script when there is one, in real time. */
public final class VehicleStage implements Stage {
    private static final long CYCLE_NS = 20_000_000;

    private final SimulatedVehicle vehicle;
    private final @Nullable DeliveryFlight script;

    public VehicleStage(SimulatedVehicle vehicle, @Nullable DeliveryFlight script) {
        this.vehicle = vehicle;
        this.script = script;
    }

    @Override
    public String roleName() {
        return "vehicle";
    }

    @Override
    public int doWork(long nowNs) {
        if (script != null) {
            script.step(nowNs);
        }
        vehicle.step(nowNs);
        return 0; // ticks are due by time, not by message: park until the next one
    }

    @Override
    public long idleNs() {
        return CYCLE_NS;
    }
}
