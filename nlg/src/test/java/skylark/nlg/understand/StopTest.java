package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.Intent;

/** A stop that is missed is the worst that can happen; a hold that nobody wanted is not free. */
@Tag("slow")
class StopTest {
    private static DomainUnderstander understander;

    @BeforeAll
    static void open() {
        String dir = System.getenv("SKYLARK_MODELS_DIR");
        Path models = dir == null ? Path.of(System.getProperty("user.home"), ".skylark", "models") : Path.of(dir);
        Assumptions.assumeTrue(
                Files.exists(models.resolve("minilm-l6-v2-q/model.onnx")), "the sentence encoder is not installed");
        understander = DomainUnderstander.open(models);
    }

    @AfterAll
    static void close() {
        if (understander != null) {
            understander.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop",
                "oh no stop stop",
                "hey you there stop now",
                "uh stop the drone please somebody is under it",
                "you are going to hit the barn stop",
                "stop it stop it stop it",
                "will you please just stop",
                "for the love of god stop moving",
                "freeze there are kids below",
                "halt this instant",
                "whoa whoa easy",
                "abort what you are doing",
                "i want you to stop right there and wait",
                "hold your position until i call again",
                "climb ten no stop",
                "do not go any further",
                "turn left stop stop",
                "quick stop there is a wire",
                "i do not like this stop",
                "what are you doing stop",
                "turn on the lights stop stop",
                "how high are you stop",
                "do not move a muscle",
                "do not come any closer please",
                "hover where you are",
                "hold and wait for instructions",
                "everybody stop",
                "everybody way stop"
            })
    void shouldHold(String words) {
        assertThat(understander.understand(words).intent()).isEqualTo(Intent.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "are now",
                "there now",
                "is the",
                "do not stop",
                "please do not stop now",
                "never stop",
                "do not you ever stop",
                "you should not stop there",
                "no need to stop i think do not stop",
                "stop recording",
                "stop talking",
                "stop the video please",
                "did you stop",
                "why did you stop",
                "when will you stop",
                "he said stop at the store",
                "the bus stops at the corner",
                "how long until the next stop",
                "what happens if i say stop",
                "how do i make you stop",
                "go up ten meters and stop",
                "how much battery is left"
            })
    void shouldNotHold(String words) {
        assertThat(understander.understand(words).intent()).isNotEqualTo(Intent.STOP);
    }
}
