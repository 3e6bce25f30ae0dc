package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words grow by one every third of a second, as one speaks, and silence follows. */
class StopSpotterTest {
    private static final int WORD_FRAMES = 10;
    private static final int NEVER = -1;

    private final StopSpotter spotter = new StopSpotter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop",
                "skylark stop",
                "no no stop",
                "hold on stop",
                "whoa",
                "abort abort",
                "stop stop stop",
                "please freeze",
                "everybody wait and stop"
            })
    void shouldHoldSoonAfterTheWord(String said) {
        assertThat(framesAfterTheLastWord(said)).isLessThanOrEqualTo(StopSpotter.PATIENCE_FRAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop right where you are", "stop the drone", "stop it now", "halt right there please"})
    void shouldHoldWhateverElseIsSaid(String said) {
        assertThat(framesAfterTheLastWord(said)).isNotEqualTo(NEVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't stop",
                "do not stop now",
                "never stop",
                "when do we stop",
                "he said stop",
                "if i say stop you stop",
                "what makes you stop",
                "go up ten metres and stop",
                "how long can you hold",
                "the bus stop",
                "stop recording",
                "stop recording now",
                "skylark stop talking",
                "stopping",
                "land now"
            })
    void shouldLeaveOthersToUnderstanding(String said) {
        assertThat(framesAfterTheLastWord(said)).isEqualTo(NEVER);
    }

    @ParameterizedTest
    @CsvSource({"stop the,stop the recording", "stop,stop filming"})
    void shouldWaitForWhatIsToBeStopped(String first, String then) {
        spotter.begin();
        spotter.words(first, 0);
        for (int frame = 0; frame < StopSpotter.LONGEST_FRAMES; frame++) {
            assertThat(spotter.stopsAt(frame, false)).isFalse();
        }
        spotter.words(then, StopSpotter.LONGEST_FRAMES);
        assertThat(spotter.stopsAt(StopSpotter.LONGEST_FRAMES + 40, true)).isFalse();
    }

    @Test
    void shouldHoldInNoiseThatNeverEnds() {
        spotter.begin();
        spotter.words("stop", 0);
        assertThat(spotter.stopsAt(StopSpotter.LONGEST_FRAMES, false)).isTrue();
    }

    @Test
    void shouldForgetAWordThatTheRecogniserTakesBack() {
        spotter.begin();
        spotter.words("stop", 0);
        spotter.words("top", 2);
        spotter.words("stop", 10);
        assertThat(spotter.stopsAt(10 + StopSpotter.PATIENCE_FRAMES - 1, true)).isFalse();
        assertThat(spotter.stopsAt(10 + StopSpotter.PATIENCE_FRAMES, true)).isTrue();
    }

    @Test
    void shouldHoldOnceInATurnAndAgainInTheNext() {
        for (int turn = 0; turn < 2; turn++) {
            spotter.begin();
            spotter.words("stop", 0);
            assertThat(spotter.stopsAt(StopSpotter.PATIENCE_FRAMES, true)).isTrue();
            assertThat(spotter.stopsAt(StopSpotter.PATIENCE_FRAMES + 1, true)).isFalse();
        }
    }

    /** Zero or less when it holds while more is being said; {@link #NEVER} when it never does. */
    private int framesAfterTheLastWord(String said) {
        spotter.begin();
        String[] words = said.split(" ", -1);
        StringBuilder soFar = new StringBuilder();
        int frame = 0;
        for (int i = 0; i < words.length; i++) {
            soFar.append(i == 0 ? "" : " ").append(words[i]);
            spotter.words(soFar.toString(), frame);
            boolean last = i == words.length - 1;
            for (int at = 0; at < (last ? 100 : WORD_FRAMES); at++, frame++) {
                if (spotter.stopsAt(frame, last)) {
                    return last ? at : 0;
                }
            }
        }
        return NEVER;
    }
}
