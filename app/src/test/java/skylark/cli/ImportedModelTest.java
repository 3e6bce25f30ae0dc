package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.DomainJson;

/** Language models of other origin, by the command line. */
class ImportedModelTest {
    /** A Python with torch, transformers and onnx. */
    private static final String PYTHON_VARIABLE = "SKYLARK_PYTHON";

    private static final Path LOOKALIKES = Path.of("../models/training/lookalikes.py");

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

    @Test
    @Tag("slow")
    void shouldAskModelsAsHuggingFaceExportsThem() throws IOException, InterruptedException {
        Path encoder = Path.of(System.getenv().getOrDefault("SKYLARK_MODELS_DIR", home()), "minilm-l6-v2-q");
        assumeTrue(Files.isDirectory(encoder), "the model minilm-l6-v2-q is not installed");
        List<String> names = List.of("small-llama", "gpt2-without-past");
        make(names);
        Files.createDirectories(temp.resolve("models"));
        Files.createSymbolicLink(temp.resolve("models/minilm-l6-v2-q"), encoder);
        for (String name : names) {
            CliRun taken = run("models", "import", temp.resolve(name).toString());
            assertThat(taken.status()).as(taken.err()).isEqualTo(ExitStatus.DONE);

            JsonNode result = DomainJson.read(
                    run("ask", "--json", "--model", name, "how", "much", "battery", "is", "left")
                            .out(),
                    JsonNode.class,
                    name);

            assertThat(result.get("reply").asText()).containsIgnoringCase("sixty two percent");
            assertThat(result.at("/ms/first_token").asDouble()).isPositive();
        }
    }

    private void make(List<String> names) throws IOException, InterruptedException {
        String python = System.getenv(PYTHON_VARIABLE);
        assumeTrue(python != null, PYTHON_VARIABLE + " names no Python with torch, transformers, onnx and onnxruntime");
        ProcessBuilder builder = new ProcessBuilder(python, LOOKALIKES.toString(), temp.toString());
        builder.command().addAll(names);
        Path log = temp.resolve("python.log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
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
