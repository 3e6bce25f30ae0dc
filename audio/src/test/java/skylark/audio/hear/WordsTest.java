package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.domain.BadInputException;

/** Phrase list, spelling and Vosk's results. */
class WordsTest {
    private static final Vocabulary VOCABULARY =
            new Vocabulary(Set.of("go", "to", "way", "point", "four", "climb", "ten", "meters"));

    @Test
    void shouldSpellPhrasesAsTheModelDoesAndLeaveOutWhatItCannotHear() {
        var list = PhraseList.of(
                List.of(
                        "# made by hand",
                        "",
                        "go to waypoint four",
                        "climb ten metres",
                        "tilt the gimbal",
                        "climb ten metres"),
                VOCABULARY);

        assertThat(list.size()).isEqualTo(2);
        assertThat(list.grammar()).isEqualTo("[\"go to way point four\",\"climb ten meters\",\"[unk]\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "go to way point four, go to waypoint four",
        "ten meters, ten metres",
        "the highway point, the highway point",
        "way points way points, waypoints waypoints",
        "meter, metre"
    })
    void shouldSpellWhatWasHeardAsTheDomainDoes(String heard, String expected) {
        assertThat(Spelling.toDomain(heard)).isEqualTo(expected);
    }

    @Test
    void shouldKeepNoWordsAsNoWords() {
        assertThat(Spelling.toDomain("")).isEmpty();
    }

    @Property(tries = 200)
    void shouldSpellThereAndBack(@ForAll @Size(max = 6) List<Choice> words) {
        String phrase = String.join(" ", words.stream().map(Choice::word).toList());

        assertThat(Spelling.toDomain(Spelling.toModel(phrase))).isEqualTo(phrase);
    }

    enum Choice {
        WAYPOINT,
        METRES,
        FLY,
        CALLSIGN,
        METRE,
        POINTS;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Test
    void shouldKnowHowSentencesEnd() {
        EndOdds odds = EndOdds.of(List.of(
                "how is it up there",
                "is it windy up there",
                "look up there",
                "climb up by ten metres",
                "go up by two",
                "up by"));

        assertThat(odds.of("what is up there")).isEqualTo(1);
        assertThat(odds.of("come up by")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(odds.of("quite up")).isZero();
        assertThat(odds.of("zebra")).isZero();
        assertThat(odds.of("")).isZero();
        var judge = odds.refine(words -> words.startsWith("what") ? Completeness.OPEN : Completeness.INCOMPLETE);
        assertThat(judge.of("what is up there")).isEqualTo(Completeness.LIKELY);
        assertThat(judge.of("what is up by")).isEqualTo(Completeness.OPEN);
        assertThat(judge.of("come up there")).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void shouldReadAResultWithItsWords() {
        var transcript = VoskJson.transcript(
                """
                {"result" : [{"conf" : 0.9, "end" : 12.5, "start" : 12.1, "word" : "ten"},
                 {"conf" : 0.5, "end" : 13.0, "start" : 12.5, "word" : "meters"}], "text" : "ten meters"}""",
                12.0);

        assertThat(transcript.text()).isEqualTo("ten metres");
        assertThat(transcript.confidence()).isCloseTo(0.7, within(1e-9));
        assertThat(transcript.words().get(0).startS()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void shouldReadPartialsAndEmptyResults() {
        assertThat(VoskJson.partial("{\n  \"partial\" : \"climb ten\"\n}")).isEqualTo("climb ten");
        assertThat(VoskJson.partial("{}")).isEmpty();
        assertThat(VoskJson.transcript("{\"text\" : \"\"}", 0)).isEqualTo(Recogniser.Transcript.EMPTY);
        assertThatThrownBy(() -> VoskJson.partial("{\"partial\" : ")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNameTheModelFileThatIsMissing() {
        assertThatThrownBy(() -> VoskModel.load(Path.of("nowhere")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("expected a Vosk model");
    }
}
