package skylark.telemetry.mavlink;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.stage.Doorbell;
import skylark.telemetry.vehicle.DeliveryFlight;
import skylark.telemetry.vehicle.SimulatedVehicle;
import skylark.telemetry.vehicle.SimulatorSettings;
import skylark.telemetry.vehicle.VehicleEvent;

/** A simulated vehicle and our link to it, in time that a test lets pass. */
final class Pair implements AutoCloseable {
    private static final long STEP_NS = 4_000_000;

    final Habits habits = new Habits();
    final Wire wire = new Wire();
    final List<VehicleEvent> events = new ArrayList<>();
    final SimulatedVehicle vehicle;
    final MavlinkLink link;
    final MavlinkSimulator simulator;
    long nowNs = 1_000_000_000;

    Pair(Dialect dialect, boolean flying) {
        this(dialect, flying, null, null, null, null);
    }

    Pair(
            Dialect dialect,
            boolean flying,
            @Nullable Signing ours,
            @Nullable Signing vehicles,
            @Nullable Transport ourEnd,
            @Nullable Transport itsEnd) {
        SimulatorSettings settings = SimulatorSettings.of(7, DeliveryFlight.mission());
        vehicle = flying
                ? SimulatedVehicle.hovering(settings, new Doorbell())
                : SimulatedVehicle.onGround(settings, new Doorbell());
        link = new MavlinkLink(ourEnd == null ? wire.ours() : ourEnd, ours, new Doorbell());
        simulator = new MavlinkSimulator(vehicle, dialect, itsEnd == null ? wire.vehicles() : itsEnd, vehicles, habits);
        link.listen(events::add);
    }

    void pass(double seconds) {
        for (long untilNs = nowNs + (long) (seconds * 1e9); nowNs <= untilNs; nowNs += STEP_NS) {
            simulator.doWork(nowNs);
            link.step(nowNs);
        }
    }

    VehicleState state() {
        return link.state(nowNs);
    }

    /** Sends it and waits as long as the vehicle may take to answer. */
    VehicleEvent.Ack told(VehicleCommand command) {
        long ticket = link.send(command);
        for (int i = 0; i < 800; i++) {
            pass(0.01);
            for (VehicleEvent event : events) {
                if (event instanceof VehicleEvent.Ack ack && ack.ticket() == ticket) {
                    return ack;
                }
            }
        }
        throw new AssertionError("no answer to " + command + " within 8 s: " + events);
    }

    List<VehicleEvent.Outcome> outcomes() {
        return events.stream()
                .filter(VehicleEvent.Outcome.class::isInstance)
                .map(VehicleEvent.Outcome.class::cast)
                .toList();
    }

    @Override
    public void close() {
        link.close();
        simulator.close();
    }
}
