package skylark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

class AuthorityTest {
    private static final VehicleState HOVER = VehicleState.hover();
    private static final VehicleCommand PHOTO = VehicleCommand.of("IMAGE_START_CAPTURE");
    private final Authority authority = Authority.overVehicle();
    private long nowNs = TimeUnit.HOURS.toNanos(1);

    @Test
    void shouldGiveThePilotTenSecondsAfterAChangeOfModeThatNobodyAskedFor() {
        look("GUIDED");
        assertThat(pilot()).as("the first mode is no change").isFalse();
        look("LOITER");
        assertThat(pilot()).isTrue();
        passMs(9_999);
        look("LOITER");
        assertThat(pilot()).isTrue();
        passMs(1);
        assertThat(pilot()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NAV_RETURN_TO_LAUNCH, RTL",
        "NAV_LAND, LAND",
        "MISSION_START, AUTO",
        "NAV_TAKEOFF, GUIDED",
        "DO_REPOSITION, GUIDED",
        "DO_SET_MODE, BRAKE"
    })
    void shouldNotTakeTheEffectOfACommandForThePilot(String command, String mode) {
        look("STABILIZE");
        authority.sent(new VehicleCommand(command, Map.of("mode", "BRAKE")), 1, nowNs);
        passMs(5_000);
        look(mode);
        assertThat(pilot()).isFalse();
        look("STABILIZE");
        passMs(10_000);
        look(mode);
        assertThat(pilot()).as("five seconds later it is no effect any more").isTrue();
    }

    @Test
    void shouldNotTakeTheAutopilotForThePilot() {
        look("AUTO");
        authority.look(HOVER.toBuilder().mode("RTL").failsafe("battery").build(), nowNs);
        look("LAND");
        assertThat(pilot()).isFalse();
    }

    @Test
    void shouldTakeNoSceneForAnother() {
        Authority scenes = Authority.overScenes();
        scenes.look(HOVER, nowNs);
        scenes.look(HOVER.toBuilder().mode("LOITER").build(), nowNs);
        assertThat(scenes.conditions(nowNs)).isEqualTo(Conditions.CLEAR);
    }

    @Test
    void shouldHaveACommandInFlightUntilItIsAnswered() {
        authority.sent(PHOTO, 4, nowNs);
        assertThat(inFlight()).isTrue();
        authority.answered(3);
        assertThat(inFlight()).as("that was an earlier one").isTrue();
        authority.answered(4);
        assertThat(inFlight()).isFalse();
        authority.answered(9);
        authority.sent(PHOTO, 8, nowNs);
        assertThat(inFlight()).as("answered before we were told its number").isFalse();
    }

    @Test
    void shouldGiveUpAnAnswerAfterThreeSeconds() {
        authority.sent(PHOTO, 1, nowNs);
        passMs(2_999);
        assertThat(inFlight()).isTrue();
        passMs(1);
        assertThat(inFlight()).isFalse();
    }

    private void look(String mode) {
        authority.look(HOVER.toBuilder().mode(mode).build(), nowNs);
    }

    private boolean pilot() {
        return authority.conditions(nowNs).pilotHasControl();
    }

    private boolean inFlight() {
        return authority.conditions(nowNs).commandInFlight();
    }

    private void passMs(long ms) {
        nowNs += TimeUnit.MILLISECONDS.toNanos(ms);
    }
}
