package skylark.telemetry.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.domain.VehicleCommand;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.MissionPhase;
import skylark.telemetry.vehicle.VehicleEvent;

class AnnouncerTest {
    private final Flight flight = Flight.online();

    @Test
    void shouldLearnTheBaselineSilentlyAndSayOnlineOnce() {
        Flight fresh = new Flight();
        fresh.become(state -> state.batteryPct(22.0).gpsFix(1).linkPct(0.0).mode("RTL"));
        fresh.pass(10);

        assertThat(fresh.saidCodes()).containsExactly(Code.ONLINE);
    }

    @Test
    void shouldSayArmedAndDisarmed() {
        flight.become(state -> state.armed(false));
        flight.pass(2);
        flight.become(state -> state.armed(true));
        flight.pass(2);

        assertThat(flight.saidCodes()).containsExactly(Code.DISARMED, Code.ARMED);
    }

    @Test
    void shouldIgnoreAnArmedBitThatFlickers() {
        for (int i = 0; i < 10; i++) {
            flight.become(state -> state.armed(false));
            flight.pass(0.2);
            flight.become(state -> state.armed(true));
            flight.pass(0.2);
        }

        assertThat(flight.said).isEmpty();
    }

    @Test
    void shouldSayPackageReleasedHeadingHomeWhenItTurnsHomeAtOnce() {
        flight.become(state -> state.payload("released"));
        flight.pass(0.7);
        assertThat(flight.said).isEmpty();
        flight.become(state -> state.mode("RTL"));
        flight.pass(5);

        assertThat(flight.saidCodes()).containsExactly(Code.PKG_RELEASED);
        assertThat(flight.said.get(0).state().mode()).isEqualTo("RTL");
        assertThat(flight.fates(Code.MODE)).containsExactly(Fate.SAID_ALREADY);
    }

    @Test
    void shouldSayWhatCameOfACommandThatWasRefusedOrNotSeen() {
        VehicleCommand land = VehicleCommand.of("NAV_LAND");
        flight.announcer.onEvent(new VehicleEvent.Ack(1, land, AckResult.FAILED, "NAV: EKF variance"), flight.nowNs);
        flight.pass(3);
        flight.announcer.onEvent(new VehicleEvent.Outcome(2, land, true, ""), flight.nowNs);
        flight.announcer.onEvent(new VehicleEvent.Outcome(3, land, false, "mode did not change"), flight.nowNs);
        flight.pass(3);

        assertThat(flight.said)
                .extracting(said -> said.args().get("detail"))
                .containsExactly("command refused", "mode did not change");
    }

    @Test
    void shouldSayPackageReleasedAloneWhenItStays() {
        flight.become(state -> state.payload("released"));
        flight.pass(4);
        flight.become(state -> state.mode("RTL"));
        flight.pass(4);

        assertThat(flight.saidCodes()).containsExactly(Code.PKG_RELEASED, Code.MODE);
        assertThat(flight.said.get(0).state().mode()).isEqualTo("GUIDED");
    }

    @Test
    void shouldSayThatAReleaseIsNotConfirmed() {
        VehicleCommand release = new VehicleCommand("DO_GRIPPER", Map.of("action", "release"));
        flight.announcer.onEvent(new VehicleEvent.Ack(1, release, AckResult.ACCEPTED, ""), flight.nowNs);
        flight.pass(2.9);
        assertThat(flight.said).isEmpty();
        flight.pass(1);

        assertThat(flight.saidCodes()).containsExactly(Code.PKG_FAIL);
    }

    @Test
    void shouldNotRepeatAModeThatOurReplyAnnounced() {
        flight.announcer.onCommand(VehicleCommand.of("NAV_RETURN_TO_LAUNCH"), flight.nowNs);
        flight.become(state -> state.mode("RTL"));
        flight.pass(5);

        assertThat(flight.said).isEmpty();
        assertThat(flight.fates(Code.MODE)).containsExactly(Fate.SAID_ALREADY);
    }

    @Test
    void shouldSayAModeThatNobodyHereAskedFor() {
        flight.become(state -> state.mode("LOITER"));
        flight.pass(0.9);
        assertThat(flight.said).isEmpty();
        flight.pass(1);

        assertThat(flight.saidCodes()).containsExactly(Code.MODE);
    }

    @Test
    void shouldSayAFailsafeAndAgainWhenTheActionChanges() {
        flight.become(state -> state.failsafe("Radio Failsafe"));
        flight.pass(2);
        flight.become(state -> state.mode("RTL"));
        flight.pass(3);

        assertThat(flight.saidCodes()).containsExactly(Code.FAILSAFE, Code.FAILSAFE);
        flight.become(state -> state.failsafe(null));
        flight.pass(5);
        assertThat(flight.alerts).containsExactly("failsafe by FAILSAFE", "failsafe over");
    }

    @Test
    void shouldGoThroughTheBatteryLevels() {
        for (double pct = 55; pct >= 5; pct -= 0.1) {
            double now = pct;
            flight.become(state -> state.batteryPct(now));
            flight.pass(1);
        }

        assertThat(flight.saidCodes())
                .startsWith(Code.BAT_STEP, Code.BAT_STEP, Code.BAT_STEP, Code.BAT_LOW, Code.BAT_LOW, Code.BAT_CRIT)
                .endsWith(Code.BAT_EMER);
        assertThat(flight.alerts).containsExactly("battery by BAT_LOW", "battery by BAT_CRIT", "battery by BAT_EMER");
    }

    @Test
    void shouldRemindOfACriticalBatteryUntilAcknowledged() {
        flight.become(state -> state.batteryPct(12.0));
        flight.pass(40);
        assertThat(flight.saidCodes()).containsExactly(Code.BAT_CRIT, Code.BAT_CRIT, Code.BAT_CRIT);

        flight.announcer.acknowledge();
        flight.pass(60);
        assertThat(flight.said).hasSize(3);
    }

    @Test
    void shouldHoldABatteryThatRingsAtItsThreshold() {
        for (int i = 0; i < 50; i++) {
            flight.become(state -> state.batteryPct(24.9));
            flight.pass(7);
            flight.become(state -> state.batteryPct(25.1));
            flight.pass(7);
        }

        assertThat(flight.saidCodes()).containsExactly(Code.BAT_LOW);
    }

    @Test
    void shouldCallALinkThatComesAndGoesUnstable() {
        for (int i = 0; i < 6; i++) {
            flight.become(state -> state.linkPct(0.0));
            flight.pass(6);
            flight.become(state -> state.linkPct(90.0));
            flight.pass(6);
        }

        assertThat(flight.saidCodes()).startsWith(Code.LINK_LOST, Code.LINK_BACK);
        assertThat(flight.said).anySatisfy(one -> assertThat(one.args()).containsEntry("detail", "unstable"));
        assertThat(flight.said).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void shouldSayThatTheAutopilotIsLostAndRemind() {
        flight.become(state -> state.ageS(4.0));
        flight.pass(100);

        assertThat(flight.saidCodes()).hasSize(4).containsOnly(Code.FCU_LOST);
    }

    @Test
    void shouldCallTheLastMetres() {
        flight.become(state -> state.landed("landing"));
        flight.pass(3);
        for (double altM = 21; altM > 0; altM -= 0.1) {
            double now = altM;
            flight.become(state -> state.altM(now));
            flight.pass(0.1);
        }
        flight.become(state -> state.landed("ground").altM(0.0));
        flight.pass(2);

        assertThat(flight.saidCodes())
                .containsExactly(Code.LANDING, Code.DESCENT, Code.DESCENT, Code.DESCENT, Code.DESCENT, Code.LANDED);
    }

    @Test
    void shouldNameTheWaypointThatWasReachedNotTheNextOne() {
        flight.become(state -> state.waypoint(5));
        flight.announcer.onEvent(new VehicleEvent.WaypointReached(4), flight.nowNs);
        flight.pass(1);

        assertThat(flight.said).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo(Code.WAYPOINT);
            assertThat(one.state().waypoint()).isEqualTo(4);
        });
    }

    @Test
    void shouldSayMissionCompleteInsteadOfItsLastWaypoint() {
        flight.announcer.onEvent(new VehicleEvent.WaypointReached(8), flight.nowNs);
        flight.announcer.onEvent(new VehicleEvent.MissionChanged(MissionPhase.COMPLETE), flight.nowNs);
        flight.pass(3);

        assertThat(flight.saidCodes()).containsExactly(Code.MISSION);
        assertThat(flight.fates(Code.WAYPOINT)).containsExactly(Fate.SUPERSEDED);
    }

    @Test
    void shouldMapCriticalTextsAndReadNoneOut() {
        flight.announcer.onEvent(new VehicleEvent.Text(2, "EKF variance"), flight.nowNs);
        flight.announcer.onEvent(new VehicleEvent.Text(6, "EKF3 IMU0 is using GPS"), flight.nowNs);
        flight.announcer.onEvent(new VehicleEvent.Text(0, "SOMETHING ELSE"), flight.nowNs);
        flight.pass(3);

        assertThat(flight.saidCodes()).containsExactly(Code.NAV_ERR);
    }

    @Test
    void shouldSayWhyArmingWasRefusedOnceAMinute() {
        flight.become(state -> state.armed(false).landed("ground"));
        flight.pass(3);
        flight.forget();
        VehicleCommand arm = new VehicleCommand("COMPONENT_ARM_DISARM", Map.of("arm", 1));
        for (int i = 0; i < 3; i++) {
            flight.announcer.onEvent(new VehicleEvent.Ack(i, arm, AckResult.FAILED, "PreArm: compass"), flight.nowNs);
            flight.pass(5);
        }

        assertThat(flight.saidCodes()).containsExactly(Code.PREARM);
        assertThat(flight.said.get(0).args()).containsEntry("detail", "compass");
    }

    @Test
    void shouldWarnOfStrongWindOnceAMinute() {
        flight.become(state -> state.windMps(12.0));
        flight.pass(65);

        assertThat(flight.saidCodes()).containsExactly(Code.WIND);
        flight.pass(20);
        assertThat(flight.saidCodes()).containsExactly(Code.WIND, Code.WIND);
    }

    @Test
    void shouldRepeatAnInterruptedWarningOnceIfStillTrue() {
        flight.become(state -> state.gpsFix(1));
        flight.pass(3.3);
        assertThat(flight.saidCodes()).containsExactly(Code.GPS_BAD);
        flight.cutShort();
        flight.pass(0.5);
        flight.cutShort();
        flight.pass(5);

        assertThat(flight.fates(Code.GPS_BAD)).containsExactly(Fate.INTERRUPTED, Fate.INTERRUPTED);
        assertThat(flight.said).hasSize(2);
    }

    @Test
    void shouldLetAnEmergencyCutInAndRepeatWhatItCut() {
        flight.speechMs = 2000;
        flight.become(state -> state.mode("LOITER"));
        flight.pass(1.3);
        flight.announcer.onEvent(new VehicleEvent.Text(1, "Crash: Disarming"), flight.nowNs);
        flight.pass(6);

        assertThat(flight.saidCodes()).containsExactly(Code.MODE, Code.CRASH, Code.MODE);
        assertThat(flight.fates(Code.MODE)).containsExactly(Fate.INTERRUPTED, Fate.SPOKEN);
    }
}
