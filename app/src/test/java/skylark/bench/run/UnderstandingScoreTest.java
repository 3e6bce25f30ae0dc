package skylark.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import skylark.bench.run.UnderstandingScore.Meant;
import skylark.bench.run.UnderstandingScore.Understood;
import skylark.domain.Slots;

class UnderstandingScoreTest {
    private static final Meant CLIMB = new Meant("climb ten meters", "climb", Slots.ofMetres(10));
    private static final Meant CHAT = new Meant("nice weather", "out_of_scope", null);

    @Test
    void shouldWantIntentAndValues() {
        UnderstandingScore score = score(
                List.of(CLIMB, CLIMB, CHAT),
                understood("climb", Slots.ofMetres(10.05), "execute"),
                understood("climb", Slots.ofMetres(11), "refuse"),
                understood("out_of_scope", null, "reject"));

        assertThat(score.exact()).isEqualTo(2);
        assertThat(score.wrongCommands()).as("it was refused").isZero();
        assertThat(score.measures().get(0).value()).isCloseTo(66.7, org.assertj.core.api.Assertions.within(0.1));
    }

    @Test
    void shouldTellWrongCommandsFromFalseOnes() {
        UnderstandingScore score = score(
                List.of(CLIMB, CHAT),
                understood("climb", Slots.ofMetres(100), "execute"),
                understood("land", null, "challenge"));

        assertThat(score.wrongCommands()).isEqualTo(2);
        assertThat(score.falseCommands()).isEqualTo(1);
        assertThat(score.measures()).extracting("name").contains("understanding.dev.false_commands");
    }

    @Test
    void shouldNotCallASpokenAnswerACommand() {
        UnderstandingScore score = score(List.of(CHAT), understood("query.battery", null, "answer"));

        assertThat(score.falseCommands()).isZero();
    }

    @Test
    void shouldRefuseResultsThatAreTooFew() {
        assertThatThrownBy(() -> score(List.of(CLIMB, CHAT), understood("climb", null, "execute")))
                .isInstanceOf(StepFailed.class)
                .hasMessage("understanding: 2 utterances, 1 results");
    }

    private static UnderstandingScore score(List<Meant> meant, Understood... understood) {
        return UnderstandingScore.of(meant, List.of(understood));
    }

    private static Understood understood(String intent, Slots slots, String decision) {
        return new Understood(intent, slots, decision, null);
    }
}
