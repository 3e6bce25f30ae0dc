package skylark.nlg.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.domain.Slots;
import skylark.domain.VehicleState;

class SpeechTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // As the voice measured.
                "Holding position.                                   | 1.14",
                "Battery sixty two percent.                          | 1.57",
                "Strong wind, thirteen meters per second, from three one zero. | 3.75"
            })
    void shouldKnowAboutHowLongWordsTake(String words, double seconds) {
        assertThat(SpeechTime.seconds(words)).isCloseTo(seconds, within(0.35));
    }

    @Test
    void shouldShareTheTimeOutAmongTheClausesOfWhatIsLong() {
        ReplyRequest reply = request(Act.ANSWER, "query.wind");
        String words = "Wind twelve meters per second, from two seven zero.";
        double first = SpeechTime.shareS("Wind twelve meters per second,", words, reply);
        double second = SpeechTime.shareS("from two seven zero.", words, reply);
        assertThat(first).isGreaterThan(second);
        assertThat(first + second).isCloseTo(2.5, within(1e-9));
        assertThat(SpeechTime.shareS("Wind calm.", "Wind calm.", reply)).isInfinite();
        assertThat(SpeechTime.isTooLong(words, reply)).isFalse();
        assertThat(SpeechTime.isTooLong("a".repeat(60) + ".", reply)).isTrue();
    }

    @Test
    void shouldGiveChallengesAndReportsMoreTime() {
        assertThat(SpeechTime.limitS(request(Act.CHALLENGE, "land"))).isEqualTo(4.5);
        assertThat(SpeechTime.limitS(request(Act.ANSWER, "query.status"))).isEqualTo(4.5);
        assertThat(SpeechTime.limitS(request(Act.EXECUTE, "land"))).isEqualTo(2.5);
        assertThat(SpeechTime.limitS(request(Act.ANSWER, "query.missed"))).isInfinite();
    }

    private static ReplyRequest request(Act act, String topic) {
        return new ReplyRequest(act, topic, Slots.NONE, null, Map.of(), "", VehicleState.hover());
    }
}
