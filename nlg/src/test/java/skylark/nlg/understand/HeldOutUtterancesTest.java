package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.Intent;
import skylark.domain.RiskClass;
import skylark.domain.Understanding;

/** Grammar, encoder and head together, on families of phrases that the head was not trained on. */
@Tag("slow")
class HeldOutUtterancesTest {
    private static final Path MODELS = models();
    /** What the shipped weights reached when they were made; two percent less fails the build. */
    private static final double INTENTS = 0.9067;

    private static final double EXACT = 0.8900;
    private static final double UNSEEN_EXACT = 0.9672;
    private static final double DROP = 0.02;
    private static final int INVENTED = 1;
    private static final int MISSED_STOPS = 0;

    private static DomainUnderstander understander;

    private static Path models() {
        String dir = System.getenv("SKYLARK_MODELS_DIR");
        return dir == null ? Path.of(System.getProperty("user.home"), ".skylark", "models") : Path.of(dir);
    }

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(
                Files.exists(MODELS.resolve("minilm-l6-v2-q/model.onnx")), "the sentence encoder is not installed");
        understander = DomainUnderstander.open(MODELS);
    }

    @AfterAll
    static void close() {
        if (understander != null) {
            understander.close();
        }
    }

    @Test
    void shouldKnowAsMuchAsWhenItWasFrozen() throws Exception {
        HeldOutScore score = HeldOutScore.of(understander, "held_out.jsonl");

        assertThat(score.intents()).as("intents").isGreaterThanOrEqualTo(INTENTS - DROP);
        assertThat(score.exact()).as("intents and slots").isGreaterThanOrEqualTo(EXACT - DROP);
        assertThat(score.inventedCommands()).as("commands that nobody gave").isLessThanOrEqualTo(INVENTED);
        assertThat(score.missedStops()).as("stops missed").isLessThanOrEqualTo(MISSED_STOPS);
    }

    @Test
    void shouldUnderstandWhatWasWrittenAfterwards() throws Exception {
        HeldOutScore score = HeldOutScore.of(understander, "unseen.jsonl");

        assertThat(score.exact()).as("intents and slots").isGreaterThanOrEqualTo(UNSEEN_EXACT - DROP);
        assertThat(score.inventedCommands()).as("commands that nobody gave").isZero();
        assertThat(score.missedStops()).as("stops missed").isZero();
    }

    private static boolean moves(Intent intent) {
        return intent.riskClass() == RiskClass.R || intent.riskClass() == RiskClass.C;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my colleague said we had better land it",
                "do not under any circumstances put it on the ground",
                "would it be wise to drop the parcel over there",
                "maria wants to fly it home later",
                "if the battery gets low would you land by yourself",
                "what a lovely evening for a walk along the river",
                "\uD83D\uDE80 \uD83C\uDF55 \uD83D\uDC4D"
            })
    void shouldMoveNothing(String words) {
        assertThat(moves(understander.understand(words).intent())).isFalse();
    }

    @Test
    void shouldNeverActOnANegatedForm() {
        GrammarFile file = GrammarFile.read();
        Stream.of(Intent.values()).filter(HeldOutUtterancesTest::moves).forEach(intent -> {
            for (String form :
                    SampleForms.of(file, file.section(intent.wireName())).subList(0, 10)) {
                Understanding meant = understander.understand("we do not " + form + " today");
                assertThat(moves(meant.intent())).as(form).isFalse();
            }
        });
    }
}
