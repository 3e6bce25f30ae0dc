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
        "land now, 0.95, length of, 0.99, land now",
        "land now, 0.80, length of, 0.70, land now",
        "will you stop market, 0.74, the stock market, 0.97, the stock market",
        "[unk] land, 0.99, england, 0.60, england",
        "'', 0, good grief, 0.50, good grief",
        "land, 0.40, '', 0, land"
    })
    void shouldTakeTheListUnlessItIsInDoubt(String list, double sure, String open, double openSure, String expected) {
        assertThat(Arbiter.choose(heard(list, sure), heard(open, openSure)).text())
                .isEqualTo(expected);
    }

    @Test
    void shouldSayWhetherTheOpenEarIsNeeded() {
        assertThat(Arbiter.trusts(heard("land now", 0.95))).isTrue();
        assertThat(Arbiter.trusts(heard("land now", 0.5))).isFalse();
        assertThat(Arbiter.trusts(heard("land [unk]", 1))).isFalse();
        assertThat(Arbiter.trusts(Transcript.EMPTY)).isFalse();
    }

    private static Transcript heard(String text, double confidence) {
        return new Transcript(text, confidence, List.of());
    }
}
