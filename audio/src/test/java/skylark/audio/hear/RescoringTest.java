package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.audio.hear.Recogniser.Word;

/** The second look at what the recogniser took into account. */
class RescoringTest {
    private static final List<String> PHRASES = List.of(
            "what are you up to", "what are you doing", "climb to ten meters", "climb ten meters", "you are up");
    private final SentenceModel usual = SentenceModel.of(PHRASES);

    private static Alternative heard(double logLikelihood, String words) {
        List<Word> list = words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(" ")).map(w -> new Word(w, 0, 1)).toList();
        return new Alternative(list, logLikelihood);
    }

    @Test
    void shouldPreferTheUsualWordsAmongSimilarlyLikelyOnes() {
        Transcript best =
                Rescoring.best(List.of(heard(100.5, "what are you to"), heard(100, "what are you up to")), usual);

        assertThat(best.text()).isEqualTo("what are you up to");
        assertThat(best.logLikelihood()).isEqualTo(100.5);
        assertThat(best.confidence()).isBetween(0.5, 1.0);
    }

    @Test
    void shouldBelieveTheSoundWhereItIsClear() {
        Transcript best =
                Rescoring.best(List.of(heard(120, "what are you to"), heard(100, "what are you up to")), usual);

        assertThat(best.text()).isEqualTo("what are you to");
        assertThat(best.confidence()).isCloseTo(1, within(0.01));
    }

    @Test
    void shouldCountWordingsThatReadTheSameTogether() {
        Transcript best = Rescoring.best(
                List.of(heard(100, "climb ten meters"), heard(100, "climb ten metres"), heard(80, "you are up")));

        assertThat(best.text()).isEqualTo("climb ten metres");
        assertThat(best.confidence()).isCloseTo(1, within(1e-6));
    }

    @Test
    void shouldHearNothingWhereNothingIsLikeliest() {
        assertThat(Rescoring.best(List.of(), usual)).isEqualTo(Transcript.EMPTY);
        assertThat(Rescoring.best(List.of(heard(100, ""), heard(80, "you are up")), usual))
                .isEqualTo(Transcript.EMPTY);
    }

    @Property(tries = 200)
    void shouldGiveProbabilitiesToAnyWords(@ForAll @Size(max = 8) List<@IntRange(max = 9) Integer> picks) {
        List<String> words = List.of("what", "are", "you", "up", "to", "climb", "ten", "meters", "zebra", "[unk]");
        String sentence = String.join(" ", picks.stream().map(words::get).toList());

        assertThat(usual.logProbability(sentence)).isFinite().isLessThanOrEqualTo(0);
    }

    @Test
    void shouldBlendThreeOrdersByWittenAndBell() {
        SentenceModel model = SentenceModel.of(List.of("a b"));
        double unknown = 1 / 6000.0;
        double alone = (1 + 3 * unknown) / (3 + 3); // a, b and the end occur once each
        double afterOne = (1 + alone) / 2; // every history was followed by one word, once
        double afterTwo = (1 + afterOne) / 2;

        assertThat(model.logProbability("a b")).isCloseTo(3 * Math.log(afterTwo), within(1e-9));
        // Neither the word nor the history of what follows it is known; the end after it is known alone.
        assertThat(model.logProbability("zebra"))
                .isCloseTo(Math.log(unseen(unseen(unseen(unknown, 3, 3), 1, 1), 1, 1)) + Math.log(alone), within(1e-9));
    }

    private static double unseen(double lower, int seen, int kinds) {
        return kinds * lower / (seen + kinds);
    }
}
