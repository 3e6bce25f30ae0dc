package skylark.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.config.Settings;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.Reason;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Conditions;
import skylark.gate.Gate;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

class DialogueTest {
    private static final VehicleState LOW =
            VehicleState.hover().toBuilder().altM(8.0).build();
    private static final VehicleCommand RELEASE = new VehicleCommand("DO_GRIPPER", Map.of("action", "release"));

    private final Gate gate = new Gate(Settings.defaults().safety(), -1);
    private final Dialogue dialogue =
            new Dialogue(gate, Settings.defaults().safety(), "skylark", "plain", number -> "<" + (int) number + ">");
    private VehicleState state = LOW;
    private Conditions conditions = Conditions.CLEAR;
    private long nowNs = TimeUnit.HOURS.toNanos(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confirm release",
                "Confirm release, please.",
                "yes confirm release",
                "affirmative skylark confirm release"
            })
    void shouldCarryOutAChallengeForItsExactPhrase(String words) {
        Outcome challenge = say("drop the package", Intent.RELEASE_PACKAGE);
        assertThat(challenge.decision()).isEqualTo(Decision.CHALLENGE);
        assertThat(challenge.command()).isNull();
        assertThat(challenge.reply().args()).containsEntry("phrase", "confirm release");
        pass(7.9);
        Outcome done = say(words, Intent.CONFIRM);
        assertThat(done.decision()).isEqualTo(Decision.EXECUTE);
        assertThat(done.command()).isEqualTo(RELEASE);
        assertThat(done.effectiveClass()).isEqualTo(RiskClass.C);
        assertThat(done.reply().topic()).isEqualTo("release_package");
        assertThat(done.reply().act()).isEqualTo(Act.EXECUTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "confirm",
                "affirmative",
                "confirm landing",
                "i do not confirm release",
                "no confirm release",
                "confirm release now or later",
                "release confirm",
                ""
            })
    void shouldTakeNoOtherWordsAndGiveOneAttemptOnly(String words) {
        say("drop the package", Intent.RELEASE_PACKAGE);
        Outcome wrong = say(words, Intent.CONFIRM);
        assertThat(wrong.decision()).isEqualTo(Decision.REFUSE);
        assertThat(wrong.reason()).isEqualTo(Reason.WRONG_PHRASE);
        assertThat(say("confirm release", Intent.CONFIRM).reason()).isEqualTo(Reason.NOTHING_TO_CONFIRM);
    }

    @Test
    void shouldLetAChallengeLapseAfterEightSeconds() {
        say("drop the package", Intent.RELEASE_PACKAGE);
        pass(8.1);
        assertThat(say("confirm release", Intent.CONFIRM).reason()).isEqualTo(Reason.NOTHING_TO_CONFIRM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUERY_BATTERY", "STOP", "OUT_OF_SCOPE", "DENY", "CANCEL", "THANKS", "CLIMB", "SILENCE"})
    void shouldCancelAChallengeForAnythingElse(Intent other) {
        say("drop the package", Intent.RELEASE_PACKAGE);
        say("something else", other);
        Outcome late = say("confirm release", Intent.CONFIRM);
        assertThat(late.reason()).isEqualTo(Reason.NOTHING_TO_CONFIRM);
        assertThat(late.command()).isNull();
    }

    @Test
    void shouldCancelAChallengeWhenTheStateChanged() {
        say("drop the package", Intent.RELEASE_PACKAGE);
        state = LOW.toBuilder().mode("LOITER").build();
        assertThat(say("confirm release", Intent.CONFIRM).reason()).isEqualTo(Reason.CHALLENGE_CANCELLED);
        say("drop the package", Intent.RELEASE_PACKAGE);
        state = LOW.toBuilder().altM(10.5).build();
        assertThat(say("confirm release", Intent.CONFIRM).reason()).isEqualTo(Reason.TOO_HIGH);
        state = LOW;
        say("drop the package", Intent.RELEASE_PACKAGE);
        state = LOW.toBuilder().altM(5.5).build();
        assertThat(say("confirm release", Intent.CONFIRM).reason()).isEqualTo(Reason.CHALLENGE_CANCELLED);
    }

    @Test
    void shouldCancelAChallengeForAWarningButNotForProgress() {
        ReplyRequest progress = announcement("WAYPOINT");
        say("drop the package", Intent.RELEASE_PACKAGE);
        dialogue.announced(progress, 3);
        assertThat(say("confirm release", Intent.CONFIRM).command()).isEqualTo(RELEASE);
        pass(6);
        say("drop the package", Intent.RELEASE_PACKAGE);
        dialogue.announced(announcement("BAT_LOW"), 1);
        assertThat(say("confirm release", Intent.CONFIRM).reason()).isEqualTo(Reason.NOTHING_TO_CONFIRM);
    }

    @Test
    void shouldGiveWayToThePilotForTenSeconds() {
        say("drop the package", Intent.RELEASE_PACKAGE);
        conditions = new Conditions(true, false, true);
        assertThat(say("confirm release", Intent.CONFIRM).command()).isNull();
        assertThat(say("climb ten", Intent.CLIMB, Slots.ofMetres(10)).reason()).isEqualTo(Reason.PILOT_HAS_CONTROL);
        assertThat(say("stop", Intent.STOP).decision()).isEqualTo(Decision.EXECUTE);
    }

    @Test
    void shouldSendNothingButAStopOrAHoldWhileACommandIsInFlight() {
        say("turn left", Intent.TURN, Slots.ofDirection("left").withDegrees(45.0));
        conditions = new Conditions(false, true, true);
        assertThat(say("negative", Intent.DENY).reason()).isEqualTo(Reason.BUSY);
        assertThat(say("climb ten", Intent.CLIMB, Slots.ofMetres(10)).reason()).isEqualTo(Reason.BUSY);
        assertThat(say("stop", Intent.STOP).command()).isNotNull();
        conditions = Conditions.CLEAR;
        say("climb ten", Intent.CLIMB, Slots.ofMetres(10));
        conditions = new Conditions(false, true, true);
        assertThat(say("negative", Intent.DENY).command()).isEqualTo(gate.hold(state));
    }

    @Test
    void shouldSwitchCriticalCommandsOffWhenHearingIsDegradedAndSaySoOnce() {
        conditions = new Conditions(false, false, false);
        Outcome first = say("drop the package", Intent.RELEASE_PACKAGE);
        assertThat(first.decision()).isEqualTo(Decision.REFUSE);
        assertThat(first.reply().args()).containsEntry("detail", "voice control degraded");
        assertThat(say("take off", Intent.LAND).reply().args()).doesNotContainKey("detail");
        assertThat(say("climb ten", Intent.CLIMB, Slots.ofMetres(10)).command()).isNotNull();
        conditions = Conditions.CLEAR;
        assertThat(say("drop the package", Intent.RELEASE_PACKAGE).decision()).isEqualTo(Decision.CHALLENGE);
        conditions = new Conditions(false, false, false);
        Outcome unclear = say("confirm release", Intent.CONFIRM);
        assertThat(unclear.command()).isNull();
        assertThat(unclear.reply().args()).containsEntry("detail", "voice control degraded");
    }

    @Test
    void shouldWantBothTurnsOfACriticalCommandToBeClear() {
        Outcome unsure = say("drop", Intent.RELEASE_PACKAGE, Slots.NONE, 0.6);
        assertThat(unsure.decision()).isEqualTo(Decision.REJECT);
        say("drop the package", Intent.RELEASE_PACKAGE);
        Outcome mumbled = say("confirm release", Intent.CONFIRM, Slots.NONE, 0.6);
        assertThat(mumbled.command()).isNull();
        assertThat(say("confirm release", Intent.CONFIRM).reason()).isEqualTo(Reason.NOTHING_TO_CONFIRM);
    }

    @Test
    void shouldDecideWithoutSideEffects() {
        Understanding drop = heard("drop the package", Intent.RELEASE_PACKAGE, Slots.NONE, 0.95);
        Outcome first = dialogue.decide(drop, state, nowNs);
        assertThat(dialogue.decide(heard("confirm release", Intent.CONFIRM, Slots.NONE, 0.95), state, nowNs)
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_CONFIRM);
        assertThat(dialogue.decide(drop, state, nowNs).reply()).isEqualTo(first.reply());
        assertThat(dialogue.apply(first)).isTrue();
        assertThat(dialogue.apply(first)).as("the conversation went on").isFalse();
    }

    @Test
    void shouldAskForASlotOnce() {
        Outcome ask = say("climb", Intent.CLIMB);
        assertThat(ask.decision()).isEqualTo(Decision.ASK_SLOT);
        assertThat(ask.reply().args()).containsEntry("slot", "metres");
        assertThat(dialogue.waiting("ten", nowNs)).map(Understanding::intent).contains(Intent.CLIMB);
        assertThat(say("climb", Intent.CLIMB).decision()).isEqualTo(Decision.REJECT);
        assertThat(say("climb ten", Intent.CLIMB, Slots.ofMetres(10)).decision())
                .isEqualTo(Decision.EXECUTE);
        assertThat(dialogue.waiting("ten", nowNs)).isEmpty();
    }

    @Test
    void shouldForgetAQuestionThatWasNotAnswered() {
        say("climb", Intent.CLIMB);
        pass(8.1);
        assertThat(dialogue.waiting("ten", nowNs)).isEmpty();
        assertThat(say("climb", Intent.CLIMB).decision()).isEqualTo(Decision.ASK_SLOT);
        assertThat(say("negative", Intent.DENY).reason()).isEqualTo(Reason.CHALLENGE_CANCELLED);
        assertThat(dialogue.waiting("ten", nowNs)).isEmpty();
    }

    @Test
    void shouldUndoAReversibleCommandForFourSeconds() {
        say("climb ten", Intent.CLIMB, Slots.ofMetres(10));
        pass(3.9);
        Outcome undo = say("negative", Intent.DENY);
        assertThat(undo.command()).isEqualTo(new VehicleCommand("DO_PAUSE_CONTINUE", Map.of("continue", 0)));
        assertThat(undo.reply().topic()).isEqualTo("stop");
        assertThat(say("negative", Intent.DENY).command()).isNull();
        say("climb ten", Intent.CLIMB, Slots.ofMetres(10));
        pass(4.1);
        assertThat(say("negative", Intent.DENY).command()).isNull();
    }

    @Test
    void shouldUndoByTheOppositeWhereThereIsOne() {
        say("start recording", Intent.VIDEO, Slots.NONE.withState("on"));
        assertThat(say("cancel that", Intent.CANCEL).command()).isEqualTo(VehicleCommand.of("VIDEO_STOP_CAPTURE"));
        say("turn left ninety", Intent.TURN, Slots.ofDirection("left").withDegrees(90.0));
        assertThat(say("negative", Intent.DENY).command().params()).containsEntry("heading_deg", 90.0);
        say("take a picture", Intent.PHOTO);
        assertThat(say("negative", Intent.DENY).command()).isNull();
    }

    @Test
    void shouldNotUndoAgainstAFailsafeNorUndoACriticalCommand() {
        say("climb ten", Intent.CLIMB, Slots.ofMetres(10));
        state = LOW.toBuilder().failsafe("battery").build();
        assertThat(say("negative", Intent.DENY).reason()).isEqualTo(Reason.FAILSAFE_ACTIVE);
        state = LOW;
        say("drop the package", Intent.RELEASE_PACKAGE);
        say("confirm release", Intent.CONFIRM);
        assertThat(say("negative", Intent.DENY).command()).isNull();
    }

    @Test
    void shouldNotTakeAPhrasesOwnWordForTheCallsign() {
        Dialogue home = new Dialogue(gate, Settings.defaults().safety(), "home", "plain", Double::toString);
        home.apply(home.decide(heard("set home here", Intent.SET_HOME, Slots.NONE, 0.95), state, nowNs));
        Outcome bare = home.decide(heard("confirm", Intent.CONFIRM, Slots.NONE, 0.95), state, nowNs);
        assertThat(bare.reason()).isEqualTo(Reason.WRONG_PHRASE);
        Outcome whole = home.decide(heard("confirm home", Intent.CONFIRM, Slots.NONE, 0.95), state, nowNs);
        assertThat(whole.command()).isNotNull();
    }

    @Test
    void shouldNotUndoWhatTheVehicleMayNoLongerDo() {
        say("turn left", Intent.TURN, Slots.ofDirection("left").withDegrees(45.0));
        state = LOW.toBuilder().landed("ground").build();
        Outcome undo = say("negative", Intent.DENY);
        assertThat(undo.command()).isNull();
        assertThat(undo.reason()).isEqualTo(Reason.NOT_IN_AIR);
    }

    @Test
    void shouldAmendAReversibleCommandOnly() {
        say("drop the package", Intent.RELEASE_PACKAGE);
        say("confirm release", Intent.CONFIRM);
        state = LOW.toBuilder().altM(30.0).build();
        Outcome amended = say("correction drop it", Intent.RELEASE_PACKAGE, Slots.ofWhat("it"));
        assertThat(amended.reason()).isEqualTo(Reason.TOO_HIGH);
    }

    @Test
    void shouldNotDoLaterWhatWasRefusedWhenItWasHeard() {
        VehicleState failsafe = state.toBuilder().failsafe("battery").build();
        Understanding climb = heard("climb ten", Intent.CLIMB, Slots.ofMetres(10), 0.95);
        Outcome refused = dialogue.decide(climb, failsafe, nowNs);
        dialogue.announced(announcement("WAYPOINT"), 3);
        Outcome again = dialogue.again(refused, state, Conditions.CLEAR, nowNs);
        assertThat(again.command()).isNull();
        assertThat(dialogue.apply(again)).isTrue();
    }

    @Test
    void shouldAmendFromWhereTheFirstCommandBegan() {
        say("climb ten", Intent.CLIMB, Slots.ofMetres(10));
        state = LOW.toBuilder().altM(10.0).build();
        Outcome amended = say("correction climb twenty", Intent.CLIMB, Slots.ofMetres(20));
        assertThat(amended.command().params()).containsEntry("alt_m", 28.0);
    }

    @Test
    void shouldOfferTheLastCommandForACorrectionOnly() {
        say("climb ten", Intent.CLIMB, Slots.ofMetres(10));
        assertThat(dialogue.waiting("twenty", nowNs)).isEmpty();
        assertThat(dialogue.waiting("Correction, twenty", nowNs))
                .map(Understanding::slots)
                .contains(Slots.ofMetres(10));
        pass(4.1);
        assertThat(dialogue.waiting("correction twenty", nowNs)).isEmpty();
    }

    @Test
    void shouldIgnoreARepetitionForFiveSeconds() {
        say("climb ten", Intent.CLIMB, Slots.ofMetres(10));
        pass(4.9);
        Outcome again = say("climb ten", Intent.CLIMB, Slots.ofMetres(10));
        assertThat(again.command()).isNull();
        assertThat(again.reason()).isEqualTo(Reason.BUSY);
        assertThat(say("climb five", Intent.CLIMB, Slots.ofMetres(5)).command()).isNotNull();
        pass(5.1);
        assertThat(say("climb five", Intent.CLIMB, Slots.ofMetres(5)).command()).isNotNull();
        say("stop", Intent.STOP);
        assertThat(say("stop", Intent.STOP).command())
                .as("a stop is never ignored")
                .isNotNull();
    }

    @Test
    void shouldSayAgainWithTheValuesOfNow() {
        assertThat(say("say again", Intent.SAY_AGAIN).reply().topic()).isEqualTo("say_again");
        say("how high are you", Intent.QUERY_ALTITUDE);
        state = LOW.toBuilder().altM(7.0).build();
        Outcome again = say("say again", Intent.SAY_AGAIN);
        assertThat(again.reply().topic()).isEqualTo("query.altitude");
        assertThat(again.reply().state().altM()).isEqualTo(7.0);
        assertThat(again.decision()).isEqualTo(Decision.ANSWER);
        dialogue.announced(announcement("WAYPOINT"), 3);
        assertThat(say("say again", Intent.SAY_AGAIN).reply().topic()).isEqualTo("WAYPOINT");
    }

    @Test
    void shouldChallengeAnewWhenAskedToSayAChallengeAgain() {
        say("drop the package", Intent.RELEASE_PACKAGE);
        pass(7);
        Outcome again = say("say again", Intent.SAY_AGAIN);
        assertThat(again.decision()).isEqualTo(Decision.CHALLENGE);
        pass(7);
        assertThat(say("confirm release", Intent.CONFIRM).command()).isEqualTo(RELEASE);
    }

    @Test
    void shouldNotCarryOutByRepeatingWhatNoLongerNeedsAChallenge() {
        say("land", Intent.LAND);
        state = LOW.toBuilder().homeM(5.0).build();
        Outcome again = say("say again", Intent.SAY_AGAIN);
        assertThat(again.command()).isNull();
        assertThat(again.reason()).isEqualTo(Reason.CHALLENGE_CANCELLED);
    }

    @Test
    void shouldClimbTheLadderOfNotUnderstanding() {
        assertThat(say("blah", Intent.OUT_OF_SCOPE, Slots.NONE, 0.2).reason()).isEqualTo(Reason.NOT_UNDERSTOOD);
        Outcome second = say("blah", Intent.OUT_OF_SCOPE, Slots.NONE, 0.2);
        assertThat(second.reason()).isEqualTo(Reason.NOT_UNDERSTOOD_AGAIN);
        assertThat(second.toneOnly()).isFalse();
        assertThat(say("", Intent.OUT_OF_SCOPE, Slots.NONE, 0.9).toneOnly()).isTrue();
        assertThat(say("order a pizza", Intent.OUT_OF_SCOPE).reason()).isEqualTo(Reason.OUT_OF_SCOPE);
        assertThat(say("blah", Intent.OUT_OF_SCOPE, Slots.NONE, 0.2).reason()).isEqualTo(Reason.NOT_UNDERSTOOD);
    }

    @Test
    void shouldSpeakLimitsAndDefaults() {
        Outcome far = say("climb five thousand", Intent.CLIMB, Slots.ofMetres(5000));
        assertThat(far.reply().args()).containsEntry("limit", "<1> to <50> meters");
        state = LOW.toBuilder().landed("ground").altM(0.0).build();
        Outcome takeoff = say("take off", Intent.TAKEOFF);
        assertThat(takeoff.reply().slots().metres()).isEqualTo(10.0);
        assertThat(takeoff.heard().slots()).isEqualTo(Slots.NONE);
    }

    @Test
    void shouldAnswerAsFullyAsTheOperatorLastAskedFor() {
        assertThat(register()).isEqualTo("plain");
        say("talk less", Intent.VERBOSITY, Slots.NONE.withLevel("quiet"));
        assertThat(register()).isEqualTo("brief");
        say("tell me everything", Intent.VERBOSITY, Slots.NONE.withLevel("verbose"));
        assertThat(register()).isEqualTo("full");
        say("normal reports", Intent.VERBOSITY, Slots.NONE.withLevel("normal"));
        assertThat(register()).isEqualTo("plain");
    }

    private String register() {
        return say("battery", Intent.QUERY_BATTERY).reply().args().get(ReplyRequest.REGISTER);
    }

    @Test
    void shouldSayWhatIsNotKnownOfTheVehicle() {
        state = LOW.toBuilder().gpsFix(null).build();
        Outcome refused = say("climb five", Intent.CLIMB, Slots.NONE.withMetres(5.0));
        assertThat(refused.reason()).isEqualTo(Reason.STATE_UNKNOWN);
        assertThat(refused.reply().args()).containsEntry("detail", "GPS fix");
    }

    @Test
    void shouldNameOnlyTheSpeedThatIsPassedBy() {
        Outcome fast = say("speed fifty", Intent.SET_SPEED, Slots.NONE.withMps(50.0));
        assertThat(fast.reply().args()).containsEntry("limit", "<15> meters per second");
        Outcome slow = say("speed zero point one", Intent.SET_SPEED, Slots.NONE.withMps(0.1));
        assertThat(slow.reply().args()).containsEntry("limit", "<0> meters per second");
    }

    private Outcome say(String words, Intent intent) {
        return say(words, intent, Slots.NONE);
    }

    private Outcome say(String words, Intent intent, Slots slots) {
        return say(words, intent, slots, 0.95);
    }

    private Outcome say(String words, Intent intent, Slots slots, double confidence) {
        Outcome outcome = dialogue.decide(heard(words, intent, slots, confidence), state, conditions, nowNs);
        assertThat(dialogue.apply(outcome)).isTrue();
        return outcome;
    }

    private void pass(double seconds) {
        nowNs += (long) (seconds * 1e9);
    }

    private static Understanding heard(String words, Intent intent, Slots slots, double confidence) {
        return new Understanding(words, intent, slots, confidence, Understanding.Route.GRAMMAR);
    }

    private ReplyRequest announcement(String code) {
        return new ReplyRequest(Act.ANNOUNCE, code, Slots.NONE, null, Map.of(), "", state);
    }
}
