package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordErrorsTest {

    @Test
    void shouldAlignWordByWord() {
        WordErrors errors = WordErrors.between("climb up by ten meters now", "climb by ten feet now please");
        assertThat(errors.steps())
                .extracting(WordErrors.Step::kind)
                .containsExactly(
                        WordErrors.Kind.SAME,
                        WordErrors.Kind.DELETED,
                        WordErrors.Kind.SAME,
                        WordErrors.Kind.SAME,
                        WordErrors.Kind.SUBSTITUTED,
                        WordErrors.Kind.SAME,
                        WordErrors.Kind.INSERTED);
        assertThat(errors.edits()).isEqualTo(3);
        assertThat(errors.saidWords()).isEqualTo(6);
    }

    @Test
    void shouldNotCountSpellingAsErrors() {
        assertThat(WordErrors.between("Go to waypoint four!", "go to way point four")
                        .edits())
                .isZero();
        assertThat(WordErrors.between("ten metres, please", "ten meters please").edits())
                .isZero();
        assertThat(WordErrors.between("Don\u2019t stop", "don't stop").edits()).isZero();
        assertThat(WordErrors.between("thirty-five", "thirty five").edits()).isZero();
    }

    @Test
    void shouldLeaveDigitsAndUnknownWordsAsTheyAre() {
        assertThat(WordErrors.between("climb 10", "climb ten").edits()).isEqualTo(1);
        assertThat(WordErrors.between("climb ten", "climb [unk]").edits()).isEqualTo(1);
    }

    @Test
    void shouldCountEverythingWhenNothingWasSaidOrHeard() {
        assertThat(WordErrors.between("", "").edits()).isZero();
        assertThat(WordErrors.between("stop now", "").edits()).isEqualTo(2);
        assertThat(WordErrors.between(" - ", "stop now").edits()).isEqualTo(2);
    }

    @Property
    void shouldFindNoErrorsInTheSameWords(@ForAll("words") List<String> said) {
        assertThat(WordErrors.align(said, said).edits()).isZero();
    }

    @Property
    void shouldCountTheSameBothWays(@ForAll("words") List<String> said, @ForAll("words") List<String> heard) {
        assertThat(WordErrors.align(said, heard).edits())
                .isEqualTo(WordErrors.align(heard, said).edits());
    }

    @Property
    void shouldStayWithinTheLengths(@ForAll("words") List<String> said, @ForAll("words") List<String> heard) {
        assertThat(WordErrors.align(said, heard).edits())
                .isBetween(Math.abs(said.size() - heard.size()), Math.max(said.size(), heard.size()));
    }

    @Property
    void shouldNotGainByADetour(
            @ForAll("words") List<String> said,
            @ForAll("words") List<String> heard,
            @ForAll("words") List<String> via) {
        int direct = WordErrors.align(said, heard).edits();
        assertThat(direct)
                .isLessThanOrEqualTo(WordErrors.align(said, via).edits()
                        + WordErrors.align(via, heard).edits());
    }

    @Property
    void shouldSpellOutBothSides(@ForAll("words") List<String> said, @ForAll("words") List<String> heard) {
        WordErrors errors = WordErrors.align(said, heard);
        assertThat(errors.steps().stream().map(WordErrors.Step::said).filter(w -> !w.isEmpty()))
                .containsExactlyElementsOf(said);
        assertThat(errors.steps().stream().map(WordErrors.Step::heard).filter(w -> !w.isEmpty()))
                .containsExactlyElementsOf(heard);
        assertThat(errors.saidWords()).isEqualTo(said.size());
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("stop", "climb", "ten", "meters", "now").list().ofMaxSize(8);
    }
}
