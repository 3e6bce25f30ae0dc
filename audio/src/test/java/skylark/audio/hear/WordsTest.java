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
        "meter, metre",
        "climb eighteen motors now, climb eighteen metres now",
        "arm the motors, arm the motors"
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
        EndOdds odds = new EndOdds(SentenceModel.of(List.of(
                "how is it up there",
                "is it windy up there",
                "look up there",
                "climb up by ten metres",
                "go up by two",
                "up by")));

        assertThat(odds.of("what is up there")).isEqualTo(1);
        assertThat(odds.of("come up by")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(odds.of("quite up")).isZero();
        assertThat(odds.of("zebra")).isZero();
        assertThat(odds.of("look"))
                .as("of a whole sentence, its beginning counts")
                .isZero();
        assertThat(odds.of("")).isZero();
    }

    @Test
    void shouldReadAlternativesWithTheirWords() {
        var alternatives = VoskJson.alternatives(
                """
                {"alternatives" : [{"confidence" : 226.5, "result" : [{"end" : 12.5, "start" : 12.1, "word" : "ten"},
                 {"end" : 13.0, "start" : 12.5, "word" : "meters"}], "text" : " ten meters"},
                 {"confidence" : 220.25, "text" : ""}]}""",
                12.0);

        assertThat(alternatives).hasSize(2);
        assertThat(alternatives.get(0).text()).isEqualTo("ten meters");
        assertThat(alternatives.get(0).logLikelihood()).isEqualTo(226.5);
        assertThat(alternatives.get(0).words().get(0).startS()).isCloseTo(0.1, within(1e-9));
        assertThat(alternatives.get(1).words()).isEmpty();
    }

    @Test
    void shouldReadPartialsAndEmptyResults() {
        assertThat(VoskJson.partial("{\n  \"partial\" : \"climb ten\"\n}")).isEqualTo("climb ten");
        assertThat(VoskJson.partial("{}")).isEmpty();
        assertThat(VoskJson.alternatives("{\"alternatives\" : []}", 0)).isEmpty();
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
