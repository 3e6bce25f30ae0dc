package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void shouldKnowThreeQuartersAndHardlyInventACommand() throws Exception {
        JsonMapper json = new JsonMapper();
        List<String> lines = TextTable.lines("held_out.jsonl");
        int right = 0;
        int none = 0;
        int invented = 0;
        for (String line : lines) {
            JsonNode wanted = json.readTree(line);
            Intent want = Intent.byName(wanted.get("intent").asText()).orElseThrow();
            Intent got = understander.understand(wanted.get("text").asText()).intent();
            right += got == want ? 1 : 0;
            none += moves(want) ? 0 : 1;
            invented += moves(got) && !moves(want) ? 1 : 0;
        }

        assertThat((double) right / lines.size()).isGreaterThan(0.75);
        assertThat((double) invented / none).isLessThan(0.015);
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
