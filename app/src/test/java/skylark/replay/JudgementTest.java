package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.TurnResult;
import skylark.domain.VehicleCommand;

class JudgementTest {

    @Test
    void shouldAcceptWhatWasAskedFor() {
        Judgement judgement =
                judge(Intent.CLIMB, Slots.ofMetres(10), Intent.CLIMB, Slots.ofMetres(10.05), Decision.EXECUTE, true);
        assertThat(judgement.exact()).isTrue();
        assertThat(judgement.wrongAction()).isFalse();
    }

    @Test
    void shouldCallOtherValuesAWrongAction() {
        Judgement judgement =
                judge(Intent.CLIMB, Slots.ofMetres(10), Intent.CLIMB, Slots.ofMetres(12), Decision.EXECUTE, true);
        assertThat(judgement.intentRight()).isTrue();
        assertThat(judgement.exact()).isFalse();
        assertThat(judgement.wrongAction()).isTrue();
    }

    @Test
    void shouldCallAChallengeNobodyAskedForAWrongAction() {
        assertThat(judge(Intent.GREET, Slots.NONE, Intent.ARM, Slots.NONE, Decision.CHALLENGE, false)
                        .wrongAction())
                .isTrue();
    }

    @Test
    void shouldCallAConfirmationNobodyGaveAWrongAction() {
        assertThat(judge(Intent.DENY, Slots.NONE, Intent.CONFIRM, Slots.NONE, Decision.EXECUTE, true)
                        .wrongAction())
                .isTrue();
        assertThat(judge(Intent.GREET, Slots.NONE, Intent.CONFIRM, Slots.NONE, Decision.EXECUTE, false)
                        .wrongAction())
                .isFalse();
    }

    @Test
    void shouldNotCallRefusalsAnswersOrSafingWrongActions() {
        assertThat(judge(Intent.GREET, Slots.NONE, Intent.ARM, Slots.NONE, Decision.REFUSE, false)
                        .wrongAction())
                .isFalse();
        assertThat(judge(Intent.ARM, Slots.NONE, Intent.QUERY_WIND, Slots.NONE, Decision.ANSWER, false)
                        .wrongAction())
                .isFalse();
        assertThat(judge(Intent.GREET, Slots.NONE, Intent.STOP, Slots.NONE, Decision.EXECUTE, true)
                        .wrongAction())
                .isFalse();
    }

    @Test
    void shouldJudgeAFailedTurnAsMissed() {
        Judgement judgement = Judgement.of(TurnRecord.of(labelled("climb", Intent.CLIMB, Slots.NONE))
                .error("no commit")
                .build());
        assertThat(judgement.intentRight()).isFalse();
        assertThat(judgement.words().edits()).isEqualTo(1);
    }

    @Test
    void shouldNotJudgeWhatCouldNotBePlayed() {
        Recording recording = labelled("climb", Intent.CLIMB, Slots.NONE).unplayable("a.wav: truncated");
        assertThat(Judgement.of(TurnRecord.unplayable(recording))).isEqualTo(new Judgement(null, null, null, false));
    }

    @Test
    void shouldTakeAMissingReferenceForByAndIgnoreFreeWords() {
        assertThat(Judgement.sameSlots(Slots.NONE.withReference("by"), Slots.NONE))
                .isTrue();
        assertThat(Judgement.sameSlots(Slots.NONE.withReference("to"), Slots.NONE))
                .isFalse();
        assertThat(Judgement.sameSlots(Slots.ofWhat("motors"), Slots.NONE)).isTrue();
        assertThat(Judgement.sameSlots(Slots.ofMetres(3), Slots.NONE)).isFalse();
        assertThat(Judgement.sameSlots(Slots.ofDirection("left"), Slots.ofDirection("right")))
                .isFalse();
    }

    @Property
    void shouldToleratePartsOfAHundredth(@ForAll @DoubleRange(min = 0.1, max = 500) double metres) {
        assertThat(Judgement.sameSlots(Slots.ofMetres(metres), Slots.ofMetres(metres * 1.009)))
                .isTrue();
        assertThat(Judgement.sameSlots(Slots.ofMetres(metres), Slots.ofMetres(metres * 1.02)))
                .isFalse();
    }

    private static Judgement judge(
            Intent asked, Slots askedSlots, Intent got, Slots gotSlots, Decision decision, boolean commanded) {
        VehicleCommand command = commanded ? VehicleCommand.of("NAV_RETURN_TO_LAUNCH") : null;
        TurnResult result = new TurnResult(
                "x", got, gotSlots, got.riskClass(), 0.9, decision, "Yes.", ReplySource.TEMPLATE, command, Map.of());
        return Judgement.of(TurnRecord.of(labelled("x", asked, askedSlots))
                .heard("x")
                .result(result)
                .build());
    }

    private static Recording labelled(String text, Intent intent, Slots slots) {
        return new Recording(Path.of("a.wav"), "a.wav", text, intent, slots, 1.0, null, null, null, null);
    }
}
