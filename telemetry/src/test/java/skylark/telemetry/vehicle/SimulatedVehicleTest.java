package skylark.telemetry.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.stage.Doorbell;

class SimulatedVehicleTest extends VehicleLinkContract {
    private final SimulatedVehicle vehicle = onGround(7);
    private long nowNs;

    private static SimulatedVehicle onGround(long seed) {
        return SimulatedVehicle.onGround(SimulatorSettings.of(seed, DeliveryFlight.mission()), new Doorbell());
    }

    private static SimulatedVehicle hovering() {
        return SimulatedVehicle.hovering(SimulatorSettings.of(1, DeliveryFlight.mission()), new Doorbell());
    }

    @Override
    protected VehicleLink link() {
        return vehicle;
    }

    @Override
    protected long nowNs() {
        return nowNs;
    }

    @Override
    protected void pass(double seconds) {
        fly(vehicle, seconds);
    }

    private void fly(SimulatedVehicle which, double seconds) {
        long untilNs = nowNs + (long) (seconds * 1e9);
        for (; nowNs <= untilNs; nowNs += 20_000_000) {
            which.step(nowNs);
        }
    }

    private VehicleState after(SimulatedVehicle which, VehicleCommand command, double seconds) {
        which.step(nowNs);
        which.send(command);
        fly(which, seconds);
        return which.state(nowNs);
    }

    @Test
    void shouldHoverWhereTheContractSaysAHoverIs() {
        SimulatedVehicle hover = hovering();
        fly(hover, 2);
        VehicleState expected = VehicleState.hover();
        VehicleState state = hover.state(nowNs);

        assertThat(state.altM()).isCloseTo(expected.altM(), within(0.5));
        assertThat(state.homeM()).isCloseTo(expected.homeM(), within(0.5));
        assertThat(state.homeDeg()).isCloseTo(expected.homeDeg(), within(1.0));
        assertThat(state.mode()).isEqualTo(expected.mode());
        assertThat(state.payload()).isEqualTo(expected.payload());
        assertThat(state.waypoint()).isEqualTo(expected.waypoint());
    }

    @Test
    void shouldGiveTheSameFlightForTheSameSeedHoweverItIsStepped() {
        SimulatedVehicle fine = onGround(3);
        SimulatedVehicle coarse = onGround(3);
        for (SimulatedVehicle each : List.of(fine, coarse)) {
            each.step(0);
            each.send(new VehicleCommand("COMPONENT_ARM_DISARM", Map.of("arm", 1)));
            each.send(VehicleCommand.of("MISSION_START"));
        }
        long endNs = 30_000_000_000L;
        for (long t = 0; t <= endNs; t += 20_000_000) {
            fine.step(t);
        }
        for (long t = 0; t <= endNs; t += 500_000_000) {
            coarse.step(t);
        }

        assertThat(coarse.state(endNs)).isEqualTo(fine.state(endNs));
        assertThat(fine.state(endNs).altM()).isGreaterThan(10);
    }

    @Test
    void shouldClimbToTheHeightAskedFor() {
        VehicleState state = after(hovering(), new VehicleCommand("DO_REPOSITION", Map.of("alt_m", 30.0)), 12);

        assertThat(state.altM()).isCloseTo(30, within(0.5));
        assertThat(state.homeM()).isCloseTo(120, within(0.5));
    }

    @Test
    void shouldMoveToTheLeftOfItsNose() {
        VehicleCommand left = new VehicleCommand("DO_REPOSITION", Map.of("direction", "left", "distance_m", 10.0));

        VehicleState state = after(hovering(), left, 15);

        assertThat(state.homeM()).isCloseTo(Math.hypot(120, 10), within(0.5));
        assertThat(state.lat()).isGreaterThan(47.397742 + 9 / 111_320.0);
    }

    @Test
    void shouldTurnRightByNinetyDegrees() {
        VehicleCommand turn =
                new VehicleCommand("CONDITION_YAW", Map.of("angle_deg", 90.0, "direction", "right", "relative", true));

        assertThat(after(hovering(), turn, 5).headingDeg()).isCloseTo(180, within(1.0));
    }

    @Test
    void shouldStopInAMissionAndGoOn() {
        SimulatedVehicle hover = hovering();
        after(hover, VehicleCommand.of("MISSION_START"), 6);
        assertThat(hover.state(nowNs).speedMps()).isGreaterThan(3);

        VehicleState paused = after(hover, new VehicleCommand("DO_PAUSE_CONTINUE", Map.of("continue", 0)), 5);
        assertThat(paused.speedMps()).isLessThan(0.5);

        VehicleState resumed = after(hover, new VehicleCommand("DO_PAUSE_CONTINUE", Map.of("continue", 1)), 6);
        assertThat(resumed.speedMps()).isGreaterThan(3);
    }

    @Test
    void shouldComeHomeLandAndDisarm() {
        VehicleState state = after(hovering(), VehicleCommand.of("NAV_RETURN_TO_LAUNCH"), 70);

        assertThat(state.onGround()).isTrue();
        assertThat(state.armed()).isFalse();
        assertThat(state.homeM()).isLessThan(3);
    }

    @Test
    void shouldSayReleasedOnlyWhenTheLoadIsGone() {
        SimulatedVehicle hover = hovering();
        VehicleCommand release = new VehicleCommand("DO_GRIPPER", Map.of("action", "release"));

        assertThat(after(hover, release, 0.3).payload()).isEqualTo("attached");
        fly(hover, 1);
        assertThat(hover.state(nowNs).payload()).isEqualTo("released");
    }

    @Test
    void shouldKeepTheLoadWhenTheGripperJams() {
        SimulatedVehicle hover = hovering();
        hover.set(Fault.GRIPPER_JAMMED, true);
        VehicleCommand release = new VehicleCommand("DO_GRIPPER", Map.of("action", "release"));

        assertThat(after(hover, release, 3).payload()).isEqualTo("attached");
    }

    @Test
    void shouldNameTheMissingValueOfACommand() {
        List<VehicleEvent> events = new ArrayList<>();
        SimulatedVehicle hover = hovering();
        hover.listen(events::add);

        after(hover, VehicleCommand.of("NAV_TAKEOFF"), 0.1);

        assertThat(events).singleElement().isInstanceOfSatisfying(VehicleEvent.Ack.class, ack -> {
            assertThat(ack.result()).isEqualTo(AckResult.DENIED);
            assertThat(ack.reason()).contains("alt_m").contains("expected a number");
        });
    }

    @Test
    void shouldGrowOldWhenTheAutopilotIsSilent() {
        SimulatedVehicle hover = hovering();
        fly(hover, 1);
        hover.set(Fault.AUTOPILOT_SILENT, true);
        fly(hover, 5);

        assertThat(hover.state(nowNs).ageS()).isGreaterThan(4);
    }

    @Test
    void shouldTakeNothingMoreWhenNobodySteps() {
        SimulatedVehicle stuck = hovering();
        long last = 1;
        for (int i = 0; i < 1000 && last != VehicleLink.NOT_SENT; i++) {
            last = stuck.send(VehicleCommand.of("NAV_LAND"));
        }

        assertThat(last).isEqualTo(VehicleLink.NOT_SENT);
    }
}
