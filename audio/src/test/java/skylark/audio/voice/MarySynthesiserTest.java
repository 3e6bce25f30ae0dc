package skylark.audio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MarySynthesiserTest extends SynthesiserContract {
    private static MarySynthesiser voice;

    @BeforeAll
    static void open() {
        voice = MarySynthesiser.open();
    }

    @Override
    Synthesiser synthesiser() {
        return voice;
    }

    @Test
    void shouldShareItsModelsAmongInstances() {
        var first = new Recording();
        var second = new Recording();
        voice.synthesise("Two voices.", first);
        try (MarySynthesiser other = MarySynthesiser.open()) {
            other.synthesise("Two voices.", second);
        }
        assertThat(second.samples()).isEqualTo(first.samples());
    }

    @Test
    void shouldRaiseItsVoiceAtAQuestion() {
        var statement = new Recording();
        var question = new Recording();
        voice.synthesise("Landing here.", statement);
        voice.synthesise("Landing here?", question);
        assertThat(question.samples()).isNotEqualTo(statement.samples());
    }
}
