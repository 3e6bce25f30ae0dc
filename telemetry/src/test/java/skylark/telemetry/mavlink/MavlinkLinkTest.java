package skylark.telemetry.mavlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.Fault;
import skylark.telemetry.vehicle.VehicleEvent;

/** What we make of a vehicle that speaks MAVLink, and of its habits. */
class MavlinkLinkTest {
    private static final VehicleCommand RELEASE = new VehicleCommand("DO_GRIPPER", Map.of("action", "release"));
    private static final VehicleCommand LAND = VehicleCommand.of("NAV_LAND");
    private static final VehicleCommand HOLD = new VehicleCommand("DO_SET_MODE", Map.of("mode", "BRAKE"));

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void shouldSeeTheWholeState(Dialect dialect) {
        Pair pair = new Pair(dialect, true);
        pair.pass(4);

        VehicleState seen = pair.state();
        VehicleState is = pair.vehicle.state(pair.nowNs);
        assertThat(seen.mode()).isEqualTo(dialect == Dialect.PX4 ? "HOLD" : "GUIDED");
        assertThat(seen.armed()).isTrue();
        assertThat(seen.landed()).isEqualTo("air");
        assertThat(seen.altM()).isCloseTo(is.altM(), within(0.2));
        assertThat(seen.headingDeg()).isCloseTo(is.headingDeg(), within(1.0));
        assertThat(seen.homeM()).isCloseTo(is.homeM(), within(1.0));
        assertThat(seen.homeDeg()).isCloseTo(is.homeDeg(), within(1.0));
        assertThat(seen.batteryPct()).isCloseTo(is.batteryPct(), within(1.0));
        assertThat(seen.windFromDeg()).isCloseTo(is.windFromDeg(), within(5.0));
        assertThat(seen.windMps()).isCloseTo(is.windMps(), within(1.0));
        assertThat(seen.gpsFix()).isEqualTo(3);
        assertThat(seen.waypoint()).isEqualTo(is.waypoint());
        assertThat(seen.waypoints()).isEqualTo(is.waypoints());
        assertThat(seen.linkPct()).isCloseTo(95, within(1.0));
        assertThat(seen.health()).isEmpty();
        if (dialect == Dialect.ARDUPILOT) {
            assertThat(seen.payload()).isEqualTo("attached");
            assertThat(seen.winchM()).isCloseTo(is.winchM(), within(0.1));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void shouldFlyWhatIsSaid(Dialect dialect) {
        Pair pair = new Pair(dialect, true);
        pair.pass(2);

        assertThat(pair.told(new VehicleCommand("DO_REPOSITION", Map.of("alt_m", 30.0)))
                        .result())
                .isEqualTo(AckResult.ACCEPTED);
        pair.pass(12);
        assertThat(pair.state().altM()).isCloseTo(30, within(1.0));

        double homeM = pair.state().homeM();
        pair.told(new VehicleCommand("DO_REPOSITION", Map.of("direction", "east", "distance_m", 20.0)));
        pair.pass(12);
        assertThat(pair.state().homeM()).isCloseTo(homeM + 20, within(2.0));
        assertThat(pair.state().altM()).as("the height is kept").isCloseTo(30, within(1.0));

        pair.told(
                new VehicleCommand("CONDITION_YAW", Map.of("relative", true, "angle_deg", 90.0, "direction", "left")));
        pair.pass(8);
        assertThat(pair.state().headingDeg() % 360).isCloseTo(0, within(3.0));

        assertThat(pair.told(HOLD).result()).isEqualTo(AckResult.ACCEPTED);
        pair.pass(3);
        assertThat(pair.state().speedMps()).isLessThan(0.5);
        assertThat(pair.told(VehicleCommand.of("NAV_RETURN_TO_LAUNCH")).result())
                .isEqualTo(AckResult.ACCEPTED);
        pair.pass(2);
        assertThat(pair.state().mode()).isEqualTo("RTL");
        assertThat(pair.outcomes()).isNotEmpty().allMatch(VehicleEvent.Outcome::done);
    }

    @Test
    void shouldTellReasonsThatComeBeforeOrAfterTheRefusalWholeEvenInPieces() {
        for (boolean first : List.of(true, false)) {
            for (boolean wordy : List.of(true, false)) {
                Pair pair = new Pair(Dialect.ARDUPILOT, false);
                pair.habits.reasonFirst = first;
                pair.habits.longReasons = wordy;
                pair.vehicle.set(Fault.COMPASS_FAILED, true);
                pair.pass(2);
                VehicleEvent.Ack ack = pair.told(new VehicleCommand("COMPONENT_ARM_DISARM", Map.of("arm", 1)));
                assertThat(ack.result()).isEqualTo(AckResult.FAILED);
                assertThat(ack.reason()).startsWith("PreArm: compass").endsWith(wordy ? "can hold" : "compass");
            }
        }
    }

    @Test
    void shouldSayAgainOnlyWhatDoesNoHarmTwice() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(2);
        pair.habits.losesEveryAck = 1;
        pair.habits.lies = true; // nothing happens, and nothing is said
        assertThat(pair.told(LAND).result()).isEqualTo(AckResult.FAILED);
        assertThat(pair.wire.sent(Cmd.NAV_LAND)).isEqualTo(4);
        VehicleEvent.Ack ack = pair.told(RELEASE);
        assertThat(ack.result()).isEqualTo(AckResult.FAILED);
        assertThat(ack.reason()).isEqualTo("no answer");
        assertThat(pair.wire.sent(Cmd.DO_GRIPPER)).isEqualTo(1);
    }

    @Test
    void shouldBelieveTheStateWhereTheAcknowledgementWasLost() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(2);
        pair.habits.losesEveryAck = 1;
        assertThat(pair.told(RELEASE).result()).isEqualTo(AckResult.ACCEPTED);
        assertThat(pair.wire.sent(Cmd.DO_GRIPPER)).isEqualTo(1);
        assertThat(pair.state().payload()).isEqualTo("released");
    }

    @Test
    void shouldNotTakeACopyForTheAnswerToTheNextCommand() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(2);
        pair.habits.repeatsAcks = true;
        assertThat(pair.told(new VehicleCommand("DO_REPOSITION", Map.of("alt_m", 25.0)))
                        .result())
                .isEqualTo(AckResult.ACCEPTED);
        pair.habits.losesEveryAck = 1;
        pair.habits.lies = true;
        assertThat(pair.told(new VehicleCommand("DO_REPOSITION", Map.of("alt_m", 28.0)))
                        .result())
                .as("answered by the copy of the answer before")
                .isEqualTo(AckResult.FAILED);
    }

    @Test
    void shouldWaitForAnAnswerThatIsLateOrInProgress() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(2);
        pair.habits.ackLateNs = 400_000_000;
        assertThat(pair.told(RELEASE).result()).isEqualTo(AckResult.ACCEPTED);
        pair.habits.ackLateNs = 0;
        pair.habits.inProgressNs = 4_000_000_000L;
        long sent = pair.wire.sent(Cmd.NAV_LAND);
        assertThat(pair.told(LAND).result()).isEqualTo(AckResult.ACCEPTED);
        assertThat(pair.wire.sent(Cmd.NAV_LAND) - sent).isEqualTo(1);
    }

    @Test
    void shouldNoticeALie() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(2);
        pair.habits.lies = true;
        assertThat(pair.told(LAND).result()).isEqualTo(AckResult.ACCEPTED);
        pair.pass(6);
        assertThat(pair.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.done()).isFalse();
            assertThat(outcome.reason()).isEqualTo("mode did not change");
        });
    }

    @Test
    void shouldLetStopOvertakeWhatWaits() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(2);
        pair.habits.ackLateNs = 600_000_000;
        pair.link.send(new VehicleCommand("DO_REPOSITION", Map.of("alt_m", 60.0)));
        pair.link.send(RELEASE);
        pair.pass(0.05);
        assertThat(pair.told(HOLD).result()).isEqualTo(AckResult.ACCEPTED);
        pair.pass(3);
        assertThat(pair.wire.sent(Cmd.DO_GRIPPER))
                .as("it waited, and was given up")
                .isZero();
        assertThat(pair.state().speedMps()).isLessThan(0.5);
        assertThat(pair.state().payload()).isEqualTo("attached");
    }

    @Test
    void shouldGrowOldWhenTheLineIsCutAndBeYoungWhenItIsMended() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(3);
        pair.wire.cut = true;
        pair.pass(5);
        assertThat(pair.state().ageS()).isCloseTo(5, within(1.1));
        pair.wire.cut = false;
        pair.pass(2);
        assertThat(pair.state().ageS()).isLessThan(0.5);
    }

    @Test
    void shouldAskAnewAVehicleThatWasRestarted() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(6);
        pair.habits.reboot();
        pair.pass(9);
        assertThat(pair.state().ageS()).isLessThan(0.5);
        assertThat(pair.state().altM()).isCloseTo(20, within(1.0));
    }

    @Test
    void shouldSeeThePilotTakeOver() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.pass(3);
        pair.vehicle.send(new VehicleCommand("DO_SET_MODE", Map.of("mode", "RTL")));
        pair.pass(1.1);
        assertThat(pair.state().mode()).isEqualTo("RTL");
    }

    @Test
    void shouldKnowNothingAndRefuseWithAReasonBeforeAVehicleIsHeard() {
        Pair pair = new Pair(Dialect.ARDUPILOT, true);
        pair.wire.cut = true;
        pair.pass(2);
        assertThat(pair.state()).isEqualTo(VehicleState.UNKNOWN);
        VehicleEvent.Ack ack = pair.told(LAND);
        assertThat(ack.result()).isEqualTo(AckResult.FAILED);
        assertThat(ack.reason()).isEqualTo("no autopilot heard");
    }
}
