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

    private static Optional<Understanding> waiting(Intent intent, Slots slots) {
        return Optional.of(new Understanding("x", intent, slots, 0.9, Understanding.Route.GRAMMAR));
    }
}
