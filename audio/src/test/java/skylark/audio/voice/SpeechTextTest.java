package skylark.audio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTextTest {

    private static String spoken(String text) {
        return SpeechText.sentences(text).stream().map(SpeechTextTest::spoken).collect(Collectors.joining(" | "));
    }

    private static String spoken(Sentence sentence) {
        return sentence.words().stream()
                        .map(word -> word.text() + (word.phraseEnd() ? "," : ""))
                        .collect(Collectors.joining(" "))
                + " " + sentence.end();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
            Battery 62%            > battery sixty two percent .
            at -3.05 \u00b0C              > at minus three point zero five degrees c .
            heading 007            > heading zero zero seven .
            1200 of 999999         > one thousand two hundred of nine hundred ninety nine thousand nine hundred ninety nine .
            12345678               > one two three four five six seven eight .
            GPS is OK              > gee pea ess is oh kay .
            Land? Yes!             > land ? | yes !
            it's ready, go         > it's ready, go .
            wait,                  > wait, ,
            a-b                    > a b .
            """)
    void shouldSpellOut(String text, String expected) {
        assertThat(spoken(text)).isEqualTo(expected);
    }

    @Test
    void shouldCutLongSentences() {
        List<Sentence> sentences = SpeechText.sentences("go ".repeat(100));
        assertThat(sentences).hasSize(5).allMatch(s -> s.words().size() <= SpeechText.MAX_WORDS);
        assertThat(sentences.get(0).continues()).isTrue();
    }

    @Property(tries = 500)
    void shouldTakeAnything(@ForAll String text) {
        assertThat(SpeechText.sentences(text)).allSatisfy(sentence -> assertThat(sentence.words())
                .isNotEmpty()
                .allMatch(w -> !w.text().isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "0,zero",
        "13,thirteen",
        "20,twenty",
        "101,one hundred one",
        "40000,forty thousand",
        "3.10,three point one zero"
    })
    void shouldCount(String digits, String words) {
        assertThat(SpokenNumbers.words(digits)).isEqualTo(words);
    }
}
