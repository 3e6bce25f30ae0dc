package skylark.telemetry.vehicle;

/** Told what the vehicle says, on the link's thread; must not block. */
@FunctionalInterface
public interface VehicleListener {

    void onVehicleEvent(VehicleEvent event);
}
