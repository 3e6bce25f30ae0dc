package skylark.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

class OptimisedModelsTest {
    @TempDir
    Path temp;

    private Path model;
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        model = temp.resolve("model.onnx");
        folder = temp.resolve("kept");
        try (InputStream in = OptimisedModelsTest.class.getResourceAsStream("toy_decoder.onnx")) {
            Files.write(model, in.readAllBytes());
        }
    }

    @Test
    void shouldKeepOneFileAndComputeTheSameWithIt() throws IOException {
        float first = score();
        List<Path> kept = kept();

        assertThat(kept).hasSize(1);
        assertThat(score()).isEqualTo(first);
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void shouldReplaceAFileThatIsDamaged() throws IOException {
        float first = score();
        Path damaged = kept().get(0);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        assertThat(score()).isEqualTo(first);
        assertThat(kept()).containsExactly(damaged);
        assertThat(Files.readAllBytes(damaged)).isNotEqualTo(bytes);
    }

    @Test
    void shouldNotUseWhatWasMadeOfAnotherModelOrByAnotherVersion() throws IOException {
        String key = new OptimisedModels(folder, "1").key(model).orElseThrow();
        Path other = Files.write(temp.resolve("other.onnx"), new byte[] {1});

        assertThat(new OptimisedModels(folder, "1").key(model)).contains(key);
        assertThat(new OptimisedModels(folder, "2").key(model)).get().isNotEqualTo(key);
        assertThat(new OptimisedModels(folder, "1").key(other)).get().isNotEqualTo(key);
    }

    @Test
    void shouldLeaveModelsWithWeightsInOtherFilesAlone() throws IOException {
        Files.write(temp.resolve("model.onnx_data"), new byte[0]);

        score();

        assertThat(folder).doesNotExist();
    }

    @Test
    void shouldWorkWhereNothingCanBeWritten() throws IOException {
        Files.writeString(folder, "a file, not a folder");

        assertThat(score()).isFinite();
    }

    @Test
    void shouldKeepNothingOfABrokenModel() throws IOException {
        Files.write(model, new byte[] {8, 9, 10});

        assertThatThrownBy(this::score).isInstanceOf(BadInputException.class).hasMessageContaining(model.toString());
        assertThat(kept()).isEmpty();
    }

    private float score() {
        OrtSessions sessions = new OrtSessions(OnnxSettings.cpu().withOptimised(folder));
        try (OnnxSession session = sessions.open(model);
                Tensor ids = Tensor.growing(ElementType.INT64, 4, 1, -1).length(2);
                Tensor past = Tensor.growing(ElementType.FLOAT32, 4, 1, 1, -1, 2);
                Tensor present =
                        Tensor.growing(ElementType.FLOAT32, 4, 1, 1, -1, 2).length(2);
                Tensor logits = Tensor.fixed(ElementType.FLOAT32, 1, 1, 2)) {
            ids.longs().put(1).put(2);
            session.call()
                    .input("input_ids", ids)
                    .input("past", past)
                    .output("logits", logits)
                    .output("present", present)
                    .run();
            return logits.floats().get(0);
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
