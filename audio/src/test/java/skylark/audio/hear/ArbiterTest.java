package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.audio.hear.Recogniser.Transcript;

class ArbiterTest {

    @ParameterizedTest
    @CsvSource({
        "land now, 0.99, 100, length of, 130, land now",
        "land now, 0.60, 100, length of, 107, land now",
        "will you stop market, 0.7, 100, the stock market, 109, the stock market",
        "[unk] land, 0.99, 100, england, 90, england",
        "'', 0, 0, good grief, 90, good grief",
        "land, 0.40, 100, '', 0, land",
        "[unk] land, 0.99, 100, '', 0, ''"
    })
    void shouldTakeTheListUnlessTheSoundIsMuchLikelierToBeOtherTalk(
            String list, double sure, double listLikelihood, String open, double openLikelihood, String expected) {
        Transcript chosen = Arbiter.choose(heard(list, sure, listLikelihood), heard(open, 1, openLikelihood));

        assertThat(chosen.text()).isEqualTo(expected);
    }

    @Test
    void shouldSayWhetherTheOpenEarIsNeeded() {
        assertThat(Arbiter.trusts(heard("land now", 0.99, 0))).isTrue();
        assertThat(Arbiter.trusts(heard("land now", 0.9, 0))).isFalse();
        assertThat(Arbiter.trusts(heard("land [unk]", 1, 0))).isFalse();
        assertThat(Arbiter.trusts(Transcript.EMPTY)).isFalse();
    }

    private static Transcript heard(String text, double confidence, double logLikelihood) {
        return new Transcript(text, confidence, logLikelihood, List.of());
    }
}
