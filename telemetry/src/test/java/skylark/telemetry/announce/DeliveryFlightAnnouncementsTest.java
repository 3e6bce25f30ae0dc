package skylark.telemetry.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.domain.VehicleCommand;
import skylark.stage.Doorbell;
import skylark.telemetry.vehicle.DeliveryFlight;
import skylark.telemetry.vehicle.DeliveryFlight.Leg;
import skylark.telemetry.vehicle.SimulatedVehicle;
import skylark.telemetry.vehicle.SimulatorSettings;

/** The whole flight through the whole announcer, on a clock of its own. */
class DeliveryFlightAnnouncementsTest {
    private final SimulatedVehicle vehicle = SimulatedVehicle.onGround(
            SimulatorSettings.of(5, DeliveryFlight.mission()).withBattery(79, 900), new Doorbell());
    private final Flight flight = new Flight();

    private void fly(DeliveryFlight script, Leg until, double atMostS) {
        for (long endNs = flight.nowNs + (long) (atMostS * 1e9); script.leg() != until; flight.nowNs += 20_000_000) {
            assertThat(flight.nowNs)
                    .as("the script stopped in leg " + script.leg())
                    .isLessThan(endNs);
            script.step(flight.nowNs);
            vehicle.step(flight.nowNs);
            flight.state = vehicle.state(flight.nowNs);
            flight.tick();
        }
    }

    private DeliveryFlight script(double releaseAfterS) {
        vehicle.listen(event -> flight.announcer.onEvent(event, flight.nowNs));
        return new DeliveryFlight(vehicle, releaseAfterS);
    }

    @Test
    void shouldReachEveryAnnouncementOfADelivery() {
        DeliveryFlight script = script(5);
        long startNs = flight.nowNs;
        fly(script, Leg.DONE, 240);
        fly(script, Leg.DONE, 1);
        double landedS = (flight.nowNs - startNs) / 1e9;
        for (int i = 0; i < 250; i++, flight.nowNs += 20_000_000) {
            vehicle.step(flight.nowNs);
            flight.state = vehicle.state(flight.nowNs);
            flight.tick();
        }

        assertThat(landedS).isBetween(90.0, 180.0);
        assertThat(flight.saidCodes())
                .containsSubsequence(
                        Code.ONLINE,
                        Code.ARMED,
                        Code.TAKEOFF,
                        Code.WAYPOINT,
                        Code.MISSION,
                        Code.PKG_RELEASED,
                        Code.HOME_ETA,
                        Code.LANDING,
                        Code.LANDED,
                        Code.DISARMED)
                .contains(Code.BAT_STEP, Code.DESCENT)
                .doesNotContain(Code.PKG_FAIL, Code.FAILSAFE);
        assertThat(flight.said)
                .filteredOn(one -> one.code() == Code.PKG_RELEASED)
                .singleElement()
                .satisfies(one -> assertThat(one.state().mode()).isEqualTo("RTL"));
    }

    @Test
    void shouldWaitForTheOperatorsRelease() {
        DeliveryFlight script = script(Double.POSITIVE_INFINITY);
        fly(script, Leg.RELEASING, 180);
        for (int i = 0; i < 1000; i++, flight.nowNs += 20_000_000) {
            script.step(flight.nowNs);
            vehicle.step(flight.nowNs);
        }
        assertThat(script.leg()).isEqualTo(Leg.RELEASING);
        assertThat(vehicle.state(flight.nowNs).altM()).isBetween(7.0, 9.5);

        vehicle.send(new VehicleCommand("DO_GRIPPER", Map.of("action", "release")));
        fly(script, Leg.DONE, 120);
        assertThat(flight.saidCodes()).contains(Code.PKG_RELEASED, Code.LANDED);
    }

    @Test
    void shouldGiveWayToAnOperatorWhoCallsItHome() {
        DeliveryFlight script = script(5);
        fly(script, Leg.TRANSIT, 60);
        vehicle.send(VehicleCommand.of("NAV_RETURN_TO_LAUNCH"));
        fly(script, Leg.DONE, 120);

        assertThat(vehicle.state(flight.nowNs).payload()).isEqualTo("attached");
        assertThat(flight.saidCodes()).doesNotContain(Code.PKG_RELEASED);
    }
}
