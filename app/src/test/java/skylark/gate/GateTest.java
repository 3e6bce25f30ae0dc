package skylark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import skylark.config.Settings;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.Reason;
import skylark.domain.RiskClass;
import skylark.domain.Slot;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

class GateTest {
    private static final VehicleState HOVER = VehicleState.hover();
    private static final VehicleState GROUND =
            HOVER.toBuilder().landed("ground").altM(0.0).homeM(0.0).build();
    private final Gate gate = new Gate(Settings.defaults().safety(), -1);

    @ParameterizedTest
    @EnumSource(
            value = Intent.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"QUERY_.*", "GREET", "THANKS", "IDENTIFY", "HELP", "CANCEL"})
    void shouldAnswerWithoutCommandEvenWhenNothingIsKnown(Intent intent) {
        Verdict verdict = judge(intent, Slots.NONE, VehicleState.UNKNOWN);
        assertThat(verdict.decision()).isEqualTo(Decision.ANSWER);
        assertThat(verdict.command()).isNull();
        assertThat(verdict.effectiveClass()).isEqualTo(intent.riskClass());
    }

    @Test
    void shouldStopInEveryState() {
        assertThat(judge(Intent.STOP, Slots.NONE, HOVER.toBuilder().mode("AUTO").build())
                        .command())
                .isEqualTo(command("DO_PAUSE_CONTINUE", Map.of("continue", 0)));
        VehicleState failsafe =
                HOVER.toBuilder().mode("RTL").failsafe("battery").ageS(9.0).build();
        assertThat(judge(Intent.STOP, Slots.NONE, failsafe).command())
                .isEqualTo(command("DO_SET_MODE", Map.of("mode", "BRAKE")));
        Verdict unknown = judge(Intent.STOP, Slots.NONE, VehicleState.UNKNOWN);
        assertThat(unknown.decision()).isEqualTo(Decision.EXECUTE);
        assertThat(unknown.effectiveClass()).isEqualTo(RiskClass.S);
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void shouldCommandNothingWhenTheStateIsUnknown(Intent intent) {
        boolean needsNothing = intent == Intent.STOP
                || List.of(Intent.PHOTO, Intent.VIDEO, Intent.GIMBAL).contains(intent);
        Slots slots = new Slots(10.0, 90.0, 5.0, 2, intent == Intent.GIMBAL ? "down" : "left", null, null, "on", null);
        Verdict verdict = judge(intent, slots, VehicleState.UNKNOWN);
        assertThat(verdict.command() != null).isEqualTo(needsNothing);
        if (intent.riskClass() == RiskClass.C || intent == Intent.CLIMB) {
            assertThat(verdict.reason()).isEqualTo(Reason.STATE_UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void shouldSendNothingButAStopAgainstAFailsafeOrThePilot(Intent intent) {
        VehicleState failsafe = HOVER.toBuilder().failsafe("radio lost").build();
        Slots slots = new Slots(10.0, 90.0, 5.0, 2, "left", null, null, "on", null);
        for (Verdict verdict : List.of(
                judge(intent, slots, failsafe),
                gate.judge(heard(intent, slots), HOVER, new Conditions(true, false, true)))) {
            assertThat(verdict.command() != null).isEqualTo(intent == Intent.STOP);
        }
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void shouldGainNoPowersFromALostLink(Intent intent) {
        Slots slots = new Slots(10.0, 90.0, 5.0, 2, "left", null, null, "on", null);
        for (VehicleState state :
                List.of(HOVER, GROUND, HOVER.toBuilder().failsafe("radio lost").build())) {
            VehicleState lost = state.toBuilder().linkPct(0.0).build();
            assertThat(judge(intent, slots, lost)).isEqualTo(judge(intent, slots, state));
        }
    }

    @Test
    void shouldNotActOnOldData() {
        VehicleState old = HOVER.toBuilder().ageS(7.0).build();
        assertThat(judge(Intent.TURN, Slots.ofDirection("left").withDegrees(45.0), old)
                        .reason())
                .isEqualTo(Reason.STATE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"10,R", "10.1,C", "0,R", ",C"})
    void shouldLandWithoutConfirmationNearHomeOnly(Double homeM, RiskClass expected) {
        VehicleState state = HOVER.toBuilder().homeM(homeM).build();
        Verdict verdict = judge(Intent.LAND, Slots.NONE, state);
        assertThat(verdict.effectiveClass()).isEqualTo(expected);
        assertThat(verdict.decision()).isEqualTo(expected == RiskClass.R ? Decision.EXECUTE : Decision.CHALLENGE);
        assertThat(verdict.command()).isEqualTo(VehicleCommand.of("NAV_LAND"));
        assertThat(verdict.phrase()).isEqualTo(expected == RiskClass.R ? null : "confirm landing");
    }

    @ParameterizedTest
    @CsvSource({"0,R", ",R", "0.5,C", "6,C"})
    void shouldAskBeforeFlyingHomeWithALoadOnTheWinch(Double winchM, RiskClass expected) {
        Verdict verdict = judge(
                Intent.RETURN_HOME, Slots.NONE, HOVER.toBuilder().winchM(winchM).build());
        assertThat(verdict.effectiveClass()).isEqualTo(expected);
        assertThat(verdict.command()).isEqualTo(VehicleCommand.of("NAV_RETURN_TO_LAUNCH"));
    }

    @ParameterizedTest
    @CsvSource({
        "CLIMB, 10, by, 20, 30",
        "CLIMB, 10,   , 20, 30",
        "CLIMB, 50, to, 20, 50",
        "CLIMB, 50, by, 70, 120",
        "DESCEND, 5, by, 20, 15",
        "DESCEND, 18, by, 20, 2",
        "DESCEND, 2, to, 20, 2",
    })
    void shouldGoToTheHeightThatWasMeant(Intent intent, double metres, String reference, double altM, double target) {
        Verdict verdict = judge(intent, Slots.ofMetres(metres).withReference(reference), at(altM));
        assertThat(verdict.command()).isEqualTo(command("DO_REPOSITION", Map.of("alt_m", target)));
    }

    @ParameterizedTest
    @CsvSource({
        "CLIMB, 5000, by, 20, 1, 50",
        "CLIMB, 0.5, by, 20, 1, 50",
        "CLIMB, 30, by, 100, 1, 20",
        "CLIMB, 121, to, 20, 19, 120",
        "CLIMB, 10, to, 20, 19, 120",
        "DESCEND, 50, by, 20, 1, 18",
        "DESCEND, 2, by, 3, 1, 1",
        "DESCEND, 1, by, 2.5, 2, 120",
        "DESCEND, 1, to, 20, 2, 21",
        "DESCEND, 30, to, 20, 2, 21",
    })
    void shouldRefuseAHeightOutsideTheEnvelopeWithTheLimit(
            Intent intent, double metres, String reference, double altM, double min, double max) {
        Verdict verdict = judge(intent, Slots.ofMetres(metres).withReference(reference), at(altM));
        assertThat(verdict.decision()).isEqualTo(Decision.REFUSE);
        assertThat(verdict.reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(verdict.limit()).isEqualTo(new Limit(min, max, "meter"));
        assertThat(verdict.command()).isNull();
    }

    @Test
    void shouldKeepEveryOtherEnvelope() {
        assertThat(limitOf(Intent.MOVE, Slots.ofDirection("left").withMetres(51.0)))
                .isEqualTo(Limit.metres(1, 50));
        assertThat(limitOf(Intent.MOVE, Slots.ofDirection("down").withMetres(19.0)))
                .isEqualTo(Limit.metres(1, 18));
        assertThat(limitOf(Intent.TURN, Slots.ofDirection("left").withDegrees(361.0)))
                .isEqualTo(new Limit(1, 360, "degree"));
        assertThat(limitOf(Intent.FACE, Slots.NONE.withDegrees(-1.0))).isEqualTo(new Limit(0, 360, "degree"));
        assertThat(limitOf(Intent.SET_SPEED, Slots.NONE.withMps(15.1)))
                .isEqualTo(new Limit(0.5, 15, "meter per second"));
        assertThat(limitOf(Intent.GOTO_WAYPOINT, Slots.NONE.withWaypoint(9))).isEqualTo(new Limit(1, 8, "waypoint"));
        assertThat(limitOf(Intent.WINCH_LOWER, Slots.ofMetres(21))).isEqualTo(Limit.metres(1, 20));
        assertThat(judge(Intent.TAKEOFF, Slots.ofMetres(51), GROUND).limit()).isEqualTo(Limit.metres(2, 50));
    }

    @Test
    void shouldTellTheVehicleInItsOwnWords() {
        assertThat(commandOf(Intent.MOVE, Slots.ofDirection("left").withMetres(3.0)))
                .isEqualTo(command("DO_REPOSITION", Map.of("direction", "left", "distance_m", 3.0)));
        assertThat(commandOf(Intent.MOVE, Slots.ofDirection("up").withMetres(3.0)))
                .isEqualTo(command("DO_REPOSITION", Map.of("alt_m", 23.0)));
        assertThat(commandOf(Intent.TURN, Slots.ofDirection("right").withDegrees(90.0)))
                .isEqualTo(command("CONDITION_YAW", Map.of("angle_deg", 90.0, "direction", "right", "relative", true)));
        assertThat(commandOf(Intent.FACE, Slots.ofDirection("west")))
                .isEqualTo(command("CONDITION_YAW", Map.of("heading_deg", 270.0, "relative", false)));
        assertThat(commandOf(Intent.FACE, Slots.NONE.withDegrees(360.0)))
                .isEqualTo(command("CONDITION_YAW", Map.of("heading_deg", 0.0, "relative", false)));
        assertThat(commandOf(Intent.SET_SPEED, Slots.NONE.withMps(3.0)))
                .isEqualTo(command("DO_CHANGE_SPEED", Map.of("speed_mps", 3.0)));
        assertThat(commandOf(Intent.VIDEO, Slots.NONE.withState("off")))
                .isEqualTo(VehicleCommand.of("VIDEO_STOP_CAPTURE"));
        assertThat(commandOf(Intent.GIMBAL, Slots.ofDirection("down")))
                .isEqualTo(command("DO_GIMBAL_MANAGER_PITCHYAW", Map.of("pitch_deg", -90)));
        assertThat(commandOf(Intent.WINCH_LOWER, Slots.NONE))
                .isEqualTo(command("DO_WINCH", Map.of("action", "lower", "length_m", 5.0)));
        assertThat(commandOf(Intent.GOTO_WAYPOINT, Slots.NONE.withWaypoint(6)))
                .isEqualTo(command("DO_SET_MISSION_CURRENT", Map.of("waypoint", 6)));
        assertThat(commandOf(Intent.RESUME, Slots.NONE)).isEqualTo(command("DO_PAUSE_CONTINUE", Map.of("continue", 1)));
        assertThat(judge(
                                Intent.RESUME,
                                Slots.NONE,
                                HOVER.toBuilder().mode("BRAKE").build())
                        .command())
                .isEqualTo(command("DO_SET_MODE", Map.of("mode", "AUTO")));
        assertThat(judge(Intent.TAKEOFF, Slots.NONE, GROUND).command())
                .isEqualTo(command("NAV_TAKEOFF", Map.of("alt_m", 10.0)));
    }

    @Test
    void shouldSwitchLightsOnlyWhenARelayIsConfigured() {
        Slots on = Slots.NONE.withState("on");
        assertThat(judge(Intent.LIGHT, on, HOVER).reason()).isEqualTo(Reason.NOT_CONFIGURED);
        Gate lit = new Gate(Settings.defaults().safety(), 2);
        assertThat(lit.judge(heard(Intent.LIGHT, on), HOVER, Conditions.CLEAR).command())
                .isEqualTo(command("DO_SET_RELAY", Map.of("relay", 2, "on", 1)));
    }

    @Test
    void shouldNameTheFirstPreconditionThatSurelyFails() {
        assertThat(judge(Intent.ARM, Slots.NONE, HOVER).reason()).isEqualTo(Reason.NOT_ON_GROUND);
        assertThat(judge(Intent.ARM, Slots.NONE, GROUND).reason()).isEqualTo(Reason.ALREADY_ARMED);
        VehicleState compass =
                GROUND.toBuilder().armed(false).health(List.of("compass")).build();
        assertThat(judge(Intent.ARM, Slots.NONE, compass).reason()).isEqualTo(Reason.NOT_READY_TO_ARM);
        assertThat(judge(
                                Intent.TAKEOFF,
                                Slots.NONE,
                                GROUND.toBuilder().batteryPct(29.0).build())
                        .reason())
                .isEqualTo(Reason.BATTERY_LOW);
        assertThat(judge(
                                Intent.START_MISSION,
                                Slots.NONE,
                                GROUND.toBuilder().waypoints(0).build())
                        .reason())
                .isEqualTo(Reason.NO_MISSION);
        assertThat(judge(
                                Intent.SET_HOME,
                                Slots.NONE,
                                HOVER.toBuilder().gpsFix(2).build())
                        .reason())
                .isEqualTo(Reason.NO_FIX);
        assertThat(judge(Intent.RESUME, Slots.NONE, GROUND).reason()).isEqualTo(Reason.NOT_IN_AIR);
        VehicleState known = new VehicleState.Builder().payload("released").build();
        assertThat(judge(Intent.RELEASE_PACKAGE, Slots.NONE, known).reason()).isEqualTo(Reason.NO_PAYLOAD);
    }

    @ParameterizedTest
    @CsvSource({
        "air, 8, 0.5, ",
        "air, 10, 1, ",
        "air, 10.5, 0, TOO_HIGH",
        "air, 8, 1.5, TOO_FAST",
        "air, 8, , STATE_UNKNOWN",
        "air, , 0, STATE_UNKNOWN",
        "air, , 3, TOO_FAST",
        "ground, , , ",
        "landing, 3, 0, NOT_IN_AIR",
    })
    void shouldReleaseLowAndSteadyOrOnTheGround(String landed, Double altM, Double speedMps, Reason expected) {
        VehicleState state =
                HOVER.toBuilder().landed(landed).altM(altM).speedMps(speedMps).build();
        Verdict verdict = judge(Intent.RELEASE_PACKAGE, Slots.NONE, state);
        assertThat(verdict.reason()).isEqualTo(expected);
        if (expected == null) {
            assertThat(verdict.decision()).isEqualTo(Decision.CHALLENGE);
            assertThat(verdict.phrase()).isEqualTo("confirm release");
        }
    }

    @Test
    void shouldAskForAMissingOrImpossibleSlot() {
        assertThat(judge(Intent.CLIMB, Slots.NONE, HOVER).missing()).isEqualTo(Slot.METRES);
        assertThat(judge(Intent.TURN, Slots.ofDirection("left"), HOVER).missing())
                .isEqualTo(Slot.DEGREES);
        assertThat(judge(Intent.TURN, Slots.ofDirection("up").withDegrees(9.0), HOVER)
                        .missing())
                .isEqualTo(Slot.DIRECTION);
        assertThat(judge(Intent.GIMBAL, Slots.ofDirection("left"), HOVER).missing())
                .isEqualTo(Slot.DIRECTION);
        assertThat(judge(Intent.FACE, Slots.ofDirection("down"), HOVER).missing())
                .isEqualTo(Slot.DIRECTION);
    }

    @Test
    void shouldWantMoreConfidenceForMoreRisk() {
        Understanding unsure = new Understanding("x", Intent.LAND, Slots.NONE, 0.6, Understanding.Route.ENCODER);
        assertThat(gate.judge(unsure, HOVER, Conditions.CLEAR).reason()).isEqualTo(Reason.NOT_UNDERSTOOD);
        VehicleState nearHome = HOVER.toBuilder().homeM(3.0).build();
        assertThat(gate.judge(unsure, nearHome, Conditions.CLEAR).decision()).isEqualTo(Decision.EXECUTE);
        Understanding noNumber =
                new Understanding("x", Intent.LAND, Slots.NONE, Double.NaN, Understanding.Route.ENCODER);
        assertThat(gate.judge(noNumber, nearHome, Conditions.CLEAR).decision()).isEqualTo(Decision.REJECT);
    }

    @Test
    void shouldRefuseWhatIsExcluded() {
        Verdict verdict = judge(Intent.EXCLUDED, Slots.ofWhat("kill the motors"), HOVER);
        assertThat(verdict.decision()).isEqualTo(Decision.REFUSE);
        assertThat(verdict.reason()).isEqualTo(Reason.EXCLUDED);
        assertThat(verdict.effectiveClass()).isEqualTo(RiskClass.X);
    }

    private Limit limitOf(Intent intent, Slots slots) {
        return judge(intent, slots, HOVER).limit();
    }

    private VehicleCommand commandOf(Intent intent, Slots slots) {
        return judge(intent, slots, HOVER).command();
    }

    private Verdict judge(Intent intent, Slots slots, VehicleState state) {
        return gate.judge(heard(intent, slots), state, Conditions.CLEAR);
    }

    private static VehicleState at(double altM) {
        return HOVER.toBuilder().altM(altM).build();
    }

    private static VehicleCommand command(String name, Map<String, Object> params) {
        return new VehicleCommand(name, params);
    }

    private static Understanding heard(Intent intent, Slots slots) {
        return new Understanding(intent.wireName(), intent, slots, 0.95, Understanding.Route.GRAMMAR);
    }
}
