package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechGateTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void shouldWaitForSoManyFramesOfSpeech(int onsetFrames) {
        SpeechGate gate = new SpeechGate(0.5f, onsetFrames);
        for (int i = 1; i < onsetFrames; i++) {
            gate.accept(0.9f);
            assertThat(gate.onset()).as("after %s", i).isFalse();
        }
        gate.accept(0.9f);
        assertThat(gate.onset()).isTrue();
    }

    @Test
    void shouldBeginAtTheProbabilityThatIsSetAndBeHeldSomewhatBelow() {
        SpeechGate strict = new SpeechGate(0.8f, 1);
        strict.accept(0.75f);
        assertThat(strict.silent()).isTrue();
        strict.accept(0.81f);
        strict.accept(0.6f);
        assertThat(strict.silent()).as("held").isFalse();
        strict.accept(0.5f);
        assertThat(strict.silent()).isTrue();
    }
}
