package skylark.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.nlg.understand.DomainUnderstander;

class InContextTest {
    private final InContext understanding = new InContext(DomainUnderstander.ofGrammar());

    @ParameterizedTest
    @CsvSource({
        "CLIMB, , ten meters, 10",
        "CLIMB, , to fifty meters, 50",
        "DESCEND, , five meters, 5",
        "MOVE, forward, ten meters, 10",
        "MOVE, forward, ten, 10",
    })
    void shouldCompleteACommandByAFragment(Intent intent, String direction, String words, double metres) {
        Understanding heard = understanding.understand(words, waiting(intent, Slots.NONE.withDirection(direction)));
        assertThat(heard.intent()).isEqualTo(intent);
        assertThat(heard.slots().metres()).isEqualTo(metres);
        assertThat(heard.slots().direction()).isEqualTo(direction);
        assertThat(heard.route()).isEqualTo(Understanding.Route.CONTEXT);
    }

    @Test
    void shouldCompleteATurnInTwoSteps() {
        Understanding left = understanding.understand("left", waiting(Intent.TURN, Slots.NONE));
        assertThat(left.slots()).isEqualTo(Slots.ofDirection("left"));
        assertThat(understanding.understand("ninety degrees", Optional.of(left)).slots())
                .isEqualTo(Slots.ofDirection("left").withDegrees(90.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "how much battery is left", "negative", "say again", "land now", "climb"})
    void shouldLetEverythingElseMeanWhatItMeansAlone(String words) {
        Understanding alone = understanding.understand(words, Optional.empty());
        assertThat(understanding.understand(words, waiting(Intent.DESCEND, Slots.NONE)))
                .isEqualTo(alone);
    }

    @Test
    void shouldAmendByACorrection() {
        Optional<Understanding> done =
                waiting(Intent.MOVE, Slots.ofDirection("left").withMetres(10.0));
        assertThat(understanding.understand("correction twenty meters", done).slots())
                .isEqualTo(Slots.ofDirection("left").withMetres(20.0));
        assertThat(understanding.understand("correction", done).intent()).isEqualTo(Intent.DENY);
    }

    @ParameterizedTest
    @CsvSource({
        "MOVE, left, the other way, MOVE, right",
        "MOVE, north, and now the other way please, MOVE, south",
        "TURN, right, go the other way, TURN, left",
        "FACE, east, the opposite direction, FACE, west",
        "CLIMB, , the other way, DESCEND, ",
        "DESCEND, , now in the other direction, CLIMB, ",
    })
    void shouldGoTheOtherWay(Intent intent, String direction, String words, Intent then, String opposite) {
        Slots slots = Slots.NONE.withDirection(direction).withMetres(intent == Intent.FACE ? null : 5.0);
        Understanding heard = understanding.understand(words, waiting(intent, slots));
        assertThat(heard.intent()).isEqualTo(then);
        assertThat(heard.slots()).isEqualTo(slots.withDirection(opposite));
    }

    @ParameterizedTest
    @CsvSource({
        "MOVE, left, do that again",
        "TURN, right, okay do it once more please",
        "CLIMB, , the same again",
        "PHOTO, , same thing again"
    })
    void shouldDoAgainWhatIsDoneByStepsWhenToldTo(Intent last, String direction, String words) {
        Slots slots = Slots.NONE.withDirection(direction).withMetres(5.0);
        Understanding heard = understanding.understand(words, waiting(last, slots));
        assertThat(heard.intent()).isEqualTo(last);
        assertThat(heard.slots()).isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, do that again", "MOVE, again", "MOVE, say that again"})
    void shouldNotDoAgainWhatWasNotToldTo(Intent last, String words) {
        Understanding heard = understanding.understand(words, waiting(last, Slots.ofMetres(5)));
        assertThat(heard.intent()).isIn(Intent.SAY_AGAIN, Intent.OUT_OF_SCOPE);
    }

    @Test
    void shouldNotTurnAnAbsoluteHeightAround() {
        Optional<Understanding> done = waiting(Intent.CLIMB, Slots.ofMetres(50).withReference("to"));
        assertThat(understanding.understand("the other way", done).intent()).isEqualTo(Intent.OUT_OF_SCOPE);
    }

    @ParameterizedTest
    @CsvSource({
        "make it twenty, 20",
        "no make it twenty, 20",
        "no twenty meters, 20",
        "another five, 5",
        "another five meters please, 5",
        "ten more meters, 10",
        "and another three meters, 3"
    })
    void shouldTakeANewValueForWhatWasJustDone(String words, double metres) {
        Understanding heard = understanding.understand(
                words, waiting(Intent.MOVE, Slots.ofDirection("left").withMetres(10.0)));
        assertThat(heard.intent()).isEqualTo(Intent.MOVE);
        assertThat(heard.slots()).isEqualTo(Slots.ofDirection("left").withMetres(metres));
    }

    @ParameterizedTest
    @CsvSource({"and off again, off", "off, off", "now on again, on"})
    void shouldSwitchBack(String words, String state) {
        Understanding heard = understanding.understand(words, waiting(Intent.LIGHT, Slots.NONE.withState("on")));
        assertThat(heard.intent()).isEqualTo(Intent.LIGHT);
        assertThat(heard.slots().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "no stop", "no do not", "negative do not climb", "sorry"})
    void shouldNotTakeARefusalForANewValue(String words) {
        Understanding heard = understanding.understand(words, waiting(Intent.CLIMB, Slots.ofMetres(10)));
        assertThat(heard.intent()).isNotEqualTo(Intent.CLIMB);
    }

    private static Optional<Understanding> waiting(Intent intent, Slots slots) {
        return Optional.of(new Understanding("x", intent, slots, 0.9, Understanding.Route.GRAMMAR));
    }
}
