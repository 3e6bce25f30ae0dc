package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.DomainJson;

/** Language models of other origin, by the command line. */
class ImportedModelTest {
    @TempDir
    Path temp;

    @Test
    void shouldRefuseToImportWhatIsNoModel() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("mine"));
        Files.writeString(folder.resolve("model.onnx"), "no model");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");

        CliRun run = run("models", "import", folder.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains(folder.resolve("tokenizer.json") + ": expected a vocabulary");
        assertThat(run("models", "list").out()).doesNotContain("mine");
    }

    @Test
    void shouldNameAModelThatIsNotThere() {
        CliRun run = run("ask", "--model", "nobody", "hello");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).contains("model 'nobody': no such model, expected one of");
    }

    /**
     * With weights by chance, as nlg's {@code ExportedGraph} wrote them: what they say cannot be spoken, but they are
     * asked.
     */
    @ParameterizedTest
    @ValueSource(strings = {"small-gpt2", "small-llama"})
    void shouldAskModelsAsHuggingFaceExportsThem(String name) throws IOException, URISyntaxException {
        Path encoder = Path.of(System.getenv().getOrDefault("SKYLARK_MODELS_DIR", home()), "minilm-l6-v2-q");
        assumeTrue(Files.isDirectory(encoder), "the model minilm-l6-v2-q is not installed");
        Files.createDirectories(temp.resolve("models"));
        Files.createSymbolicLink(temp.resolve("models/minilm-l6-v2-q"), encoder);
        Path folder = Path.of(ImportedModelTest.class.getResource(name).toURI());

        CliRun taken = run("models", "import", folder.toString());
        assertThat(taken.status()).as(taken.err()).isEqualTo(ExitStatus.DONE);
        CliRun asked = run("ask", "--json", "--model", name, "how", "much", "battery", "is", "left");
        JsonNode result = DomainJson.read(asked.out(), JsonNode.class, name);

        assertThat(result.get("reply").asText()).containsIgnoringCase("sixty two percent");
        assertThat(result.at("/ms/first_token").asDouble()).isPositive();
    }

    private static String home() {
        return Path.of(System.getProperty("user.home"), ".skylark", "models").toString();
    }

    private CliRun run(String... args) {
        return CliRun.of(
                DomainBrain::new,
                "".getBytes(StandardCharsets.UTF_8),
                Map.of("SKYLARK_MODELS_DIR", temp.resolve("models").toString()),
                args);
    }
}
