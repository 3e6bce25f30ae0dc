package skylark.nlg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {
    @Test
    void shouldScoreWhatIsKnown() {
        List<String> references = List.of("Battery {battery_pct}.", "{battery_pct} remaining in the battery.");
        WordOverlap words = new WordOverlap();
        words.add("{battery_pct} remaining in the pack.", references);

        // Five words of six, three pairs of five, two threes of four, one four of three.
        assertThat(words.bleu()).isCloseTo(Math.pow(5 / 6.0 * 3 / 5 * 2 / 4 * 1 / 3, 0.25), within(1e-9));
        assertThat(WordOverlap.longestCommon("Battery low.", references)).isCloseTo(2.0 * 2 / 6, within(1e-9));
        assertThat(LetterOverlap.best("Battery {battery_pct}.", references)).isCloseTo(1, within(1e-9));
        assertThat(LetterOverlap.best("zzz", List.of("qqq"))).isZero();
    }
}
