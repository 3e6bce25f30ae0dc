package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {
    private static final DomainUnderstander UNDERSTANDER = DomainUnderstander.ofGrammar();

    @ParameterizedTest
    @CsvSource({
        "how much battery is left, COMPLETE",
        "climb ten meters, COMPLETE",
        "turn right ninety degrees, COMPLETE",
        "come to heading two seven zero, COMPLETE",
        "go to waypoint four, COMPLETE",
        "take a picture, COMPLETE",
        "confirm release, COMPLETE",
        "don't land, COMPLETE",
        "climb ten, INCOMPLETE",
        "climb, INCOMPLETE",
        "climb to, INCOMPLETE",
        "turn right, INCOMPLETE",
        "come to heading two seven, INCOMPLETE",
        "go to waypoint, INCOMPLETE",
        "go to waypoint twenty, INCOMPLETE",
        "how many, INCOMPLETE",
        "take a, INCOMPLETE",
        "can you, INCOMPLETE",
        "climb ten meters no make it, INCOMPLETE",
        "stop, OPEN",
        "we might as well try that, OPEN",
        "'', OPEN"
    })
    void shouldJudge(String words, Understander.Completeness completeness) {
        assertThat(UNDERSTANDER.completeness(words)).isEqualTo(completeness);
    }
}
