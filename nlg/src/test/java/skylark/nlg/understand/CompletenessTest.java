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
        "climb to, UNLIKELY",
        "turn right, INCOMPLETE",
        "come to heading two seven, INCOMPLETE",
        "go to waypoint, UNLIKELY",
        "go to waypoint twenty, INCOMPLETE",
        "how many, UNLIKELY",
        "take a, UNLIKELY",
        "can you, UNLIKELY",
        "climb ten meters no make it, INCOMPLETE",
        "whom am i talking to, UNLIKELY",
        "fly yourself to one eight, INCOMPLETE",
        "fly yourself to one eight zero, OPEN",
        "stop, OPEN",
        "we might as well try that, OPEN",
        "'', OPEN"
    })
    void shouldJudge(String words, Understander.Completeness completeness) {
        assertThat(UNDERSTANDER.completeness(words)).isEqualTo(completeness);
    }
}
