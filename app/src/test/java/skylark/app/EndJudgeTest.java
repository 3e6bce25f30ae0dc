package skylark.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.audio.hear.Completeness;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.nlg.understand.Understander;

class EndJudgeTest {

    @ParameterizedTest
    @CsvSource({
        "COMPLETE,   0.00, OUT_OF_SCOPE,  0.99, COMPLETE",
        "INCOMPLETE, 0.99, QUERY_BATTERY, 0.99, INCOMPLETE",
        "OPEN,       0.40, OUT_OF_SCOPE,  0.99, LIKELY",
        "OPEN,       0.39, QUERY_BATTERY, 0.90, POSSIBLE",
        "OPEN,       0.39, QUERY_BATTERY, 0.89, OPEN",
        "OPEN,       0.39, OUT_OF_SCOPE,  0.99, OPEN",
        "OPEN,       0.39, CLIMB,         0.99, OPEN",
        "UNLIKELY,   0.40, QUERY_BATTERY, 0.90, LIKELY",
        "UNLIKELY,   0.40, OUT_OF_SCOPE,  0.99, OPEN",
        "UNLIKELY,   0.15, QUERY_BATTERY, 0.90, POSSIBLE",
        "UNLIKELY,   0.15, OUT_OF_SCOPE,  0.99, INCOMPLETE",
        "UNLIKELY,   0.14, QUERY_BATTERY, 0.99, OPEN"
    })
    void shouldWeighTheWitnesses(
            Understander.Completeness grammar, double odds, Intent intent, double confidence, Completeness expected) {
        EndJudge judge = new EndJudge(new Witness(grammar, intent, confidence), words -> odds);
        assertThat(judge.of("some words")).isEqualTo(expected);
    }

    /** A climb of which nobody said how far. */
    private record Witness(Understander.Completeness grammar, Intent intent, double confidence)
            implements Understander {
        @Override
        public Understanding understand(String words) {
            return new Understanding(words, intent, Slots.NONE, confidence, Understanding.Route.ENCODER);
        }

        @Override
        public Completeness completeness(String wordsSoFar) {
            return grammar;
        }
    }
}
