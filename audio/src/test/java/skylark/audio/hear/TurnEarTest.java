package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnEarTest {
    private final ScriptedRecogniser recogniser = new ScriptedRecogniser();
    private final TurnEar ear = new TurnEar(recogniser, 3, 20);

    private void hear(boolean listen, int... firstSamples) {
        for (int sample : firstSamples) {
            short[] frame = new short[SpeechDetector.FRAME_SAMPLES];
            frame[0] = (short) sample;
            ear.accept(frame, listen);
        }
    }

    @Test
    void shouldBringTheLastWordsOutByAPeek() {
        hear(true, 1, 2, 3, 4);

        assertThat(ear.partial()).isEqualTo("1 2");
        assertThat(ear.peek().text()).isEqualTo("1 2 3 4");
        assertThat(ear.partial()).isEqualTo("1 2 3 4");
    }

    @Test
    void shouldGoOnAfterAPeekAsIfThereHadBeenNone() {
        hear(true, 1, 2, 3, 4);
        ear.peek();
        hear(true, 5, 6, 7, 8);

        assertThat(recogniser.heard).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(ear.peek().text()).isEqualTo("1 2 3 4 5 6 7 8");
    }

    @Test
    void shouldCatchUpAFewFramesAtAStepAndKeepItsWordsMeanwhile() {
        hear(true, 1, 2, 3, 4, 5, 6);
        ear.peek();

        hear(true, 0);
        assertThat(recogniser.heard).hasSize(3);
        assertThat(ear.partial()).isEqualTo("1 2 3 4 5 6");
    }

    @Test
    void shouldCatchUpBeforeAPeekInStepsOfTheSameSize() {
        hear(false, 1, 2, 3, 4, 5, 6, 7);

        assertThat(ear.catchUp()).isFalse();
        assertThat(recogniser.heard).hasSize(3);
        assertThat(ear.catchUp()).isFalse();
        assertThat(ear.catchUp()).isTrue();
        assertThat(recogniser.heard).hasSize(7);
        ear.peek();
        assertThat(ear.catchUp()).as("nothing came since").isTrue();
        assertThat(recogniser.heard).isEmpty();
    }

    @Test
    void shouldPeekAtFramesThatWereOnlyKept() {
        hear(false, 1, 2);
        assertThat(recogniser.heard).isEmpty();

        assertThat(ear.peek().text()).isEqualTo("1 2");
        assertThat(ear.peek().text()).isEqualTo("1 2");
        assertThat(recogniser.finished).isEqualTo(1);
    }

    @Test
    void shouldForgetTheTurn() {
        hear(true, 1, 2, 3);
        ear.peek();
        hear(true, 4);
        ear.reset();
        hear(true, 9);

        assertThat(ear.peek().text()).isEqualTo("9");
    }

    @Test
    void shouldNotHearMoreThanALongestTurn() {
        for (int i = 1; i <= 30; i++) {
            hear(true, i);
        }

        assertThat(ear.peek().text()).endsWith(" 19 20");
    }
}
