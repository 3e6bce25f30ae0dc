package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.audio.hear.Endpoint.Step;

class EndpointTest {
    private static final EndpointRules RULES = new EndpointRules(3, 6, 16, 38, 25, 13, 625);

    private final SpeechGate gate = SpeechGate.usual();
    private final Endpoint endpoint = new Endpoint(RULES, EndpointTest::judge);
    private final List<String> log = new ArrayList<>();
    private int frame;

    private static Completeness judge(String words) {
        return switch (words) {
            case "land now" -> Completeness.COMPLETE;
            case "climb", "climb to" -> Completeness.INCOMPLETE;
            case "is it windy up there" -> Completeness.LIKELY;
            default -> Completeness.OPEN;
        };
    }

    /** Speech or silence for some frames, with these words so far. */
    private EndpointTest hear(double probability, int frames, String words) {
        for (int i = 0; i < frames; i++) {
            gate.accept((float) probability);
            Step step = endpoint.advance(gate, words);
            if (step != Step.NOTHING) {
                log.add(frame + " " + step);
            }
            frame++;
        }
        return this;
    }

    @ParameterizedTest
    @CsvSource({"land now, 3", "climb, 38", "is it windy up there, 6", "what is that, 16"})
    void shouldWaitAsLongAsTheWordsNeed(String words, int silence) {
        hear(0.9, 10, "").hear(0.9, 10, words).hear(0.1, silence + 13, words);

        assertThat(log)
                .containsExactly("1 STARTED", 19 + silence + " SPEECH_COMMIT", 19 + silence + 13 + " ACTION_COMMIT");
        assertThat(endpoint.inTurn()).isFalse();
    }

    @Test
    void shouldTakeTheCommitBackWhenSpeechResumes() {
        hear(0.9, 10, "land now")
                .hear(0.1, 5, "land now")
                .hear(0.9, 4, "land now")
                .hear(0.1, 20, "land now and wait");

        assertThat(log).containsExactly("1 STARTED", "12 SPEECH_COMMIT", "16 RESUMED", "34 SPEECH_COMMIT");
    }

    @Test
    void shouldTakeTheCommitBackWhenTheWordsChange() {
        hear(0.9, 10, "land now").hear(0.1, 4, "land now").hear(0.1, 60, "climb to");

        assertThat(log)
                .containsExactly("1 STARTED", "12 SPEECH_COMMIT", "14 RESUMED", "47 SPEECH_COMMIT", "60 ACTION_COMMIT");
    }

    @Test
    void shouldNotStartForAClick() {
        hear(0.1, 5, "").hear(0.9, 1, "").hear(0.1, 5, "");

        assertThat(log).isEmpty();
    }

    @Test
    void shouldNotResumeForAClick() {
        hear(0.9, 10, "land now")
                .hear(0.1, 5, "land now")
                .hear(0.9, 1, "land now")
                .hear(0.1, 20, "land now");

        assertThat(log).containsExactly("1 STARTED", "12 SPEECH_COMMIT", "25 ACTION_COMMIT");
    }

    @Test
    void shouldDiscardWhatHoldsNoWords() {
        hear(0.9, 10, "").hear(0.1, 30, "");

        assertThat(log).containsExactly("1 STARTED", "34 DISCARDED");
    }

    @Test
    void shouldCutATurnThatDoesNotEnd() {
        hear(0.9, 700, "on and on");

        assertThat(log).startsWith("1 STARTED", "624 SPEECH_COMMIT", "625 ACTION_COMMIT");
    }

    @Test
    void shouldDiscardNoiseThatDoesNotEnd() {
        hear(0.9, 640, "");

        assertThat(log).startsWith("1 STARTED", "624 DISCARDED");
    }

    @Test
    void shouldRefuseRulesThatContradictThemselves() {
        assertThatThrownBy(() -> new EndpointRules(20, 20, 16, 38, 25, 13, 625))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EndpointRules(3, 6, 16, 38, 25, 0, 625))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void shouldAlwaysGoThroughATurnInOrder(
            @ForAll @Size(400) List<Boolean> speech, @ForAll @Size(400) List<Boolean> newWord) {
        var anyGate = SpeechGate.usual();
        var any = new Endpoint(RULES, words -> Completeness.values()[words.length() % 4]);
        Step last = Step.ACTION_COMMIT;
        String words = "";
        for (int i = 0; i < speech.size(); i++) {
            anyGate.accept(speech.get(i) ? 1 : 0);
            words = newWord.get(i) && any.inTurn() ? words + "x" : words;
            Step step = any.advance(anyGate, words);
            if (step != Step.NOTHING) {
                assertThat(follows(last, step)).as("%s after %s", step, last).isTrue();
                last = step;
            }
            words = any.inTurn() ? words : "";
        }
    }

    private static boolean follows(Step before, Step step) {
        return switch (step) {
            case STARTED -> before == Step.ACTION_COMMIT || before == Step.DISCARDED;
            case SPEECH_COMMIT, DISCARDED -> before == Step.STARTED || before == Step.RESUMED;
            case RESUMED, ACTION_COMMIT -> before == Step.SPEECH_COMMIT;
            case NOTHING -> false;
        };
    }
}
