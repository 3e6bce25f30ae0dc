package skylark.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.BadInputException;

class OrtSessionsTest {
    private static final byte[] TOY = OnnxSessionTest.toy("toy_decoder.onnx");
    private final OrtSessions sessions = new OrtSessions(OnnxSettings.cpu());

    @Test
    void shouldOpenAFile(@TempDir Path dir) throws IOException {
        Path file = Files.write(dir.resolve("toy.onnx"), TOY);
        try (OnnxSession session = sessions.open(file)) {
            assertThat(session.inputs()).containsKey("past");
            assertThat(session.name()).isEqualTo(file.toString());
        }
    }

    @Test
    void shouldNameAMissingFile(@TempDir Path dir) {
        assertThatThrownBy(() -> sessions.open(dir.resolve("absent.onnx")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("absent.onnx: no such readable file");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 200, 380})
    void shouldRefuseATruncatedFileInOneLine(int length, @TempDir Path dir) throws IOException {
        Path file = Files.write(dir.resolve("cut.onnx"), Arrays.copyOf(TOY, length));

        assertThatThrownBy(() -> sessions.open(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": expected a complete ONNX model")
                .hasMessageNotContaining("\n");
    }

    @Property(tries = 200)
    void shouldSurviveAnyCut(@ForAll @IntRange(max = 400) int length) {
        assertThatThrownBy(() -> sessions.open("cut", Arrays.copyOf(TOY, length)))
                .isInstanceOf(BadInputException.class);
    }

    @Test
    void shouldRefuseWhatIsNoModel() {
        assertThatThrownBy(() -> sessions.open("page", "<html>not found</html>".getBytes()))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("page: expected a complete ONNX model");
    }

    @Test
    void shouldWriteAProfileWhenAsked(@TempDir Path dir) throws IOException {
        OnnxSettings settings = OnnxSettings.cpu().withProfile(dir.resolve("trace"));
        new OrtSessions(settings).open("toy", TOY).close();

        try (var files = Files.list(dir)) {
            assertThat(files).anyMatch(file -> file.getFileName().toString().startsWith("trace"));
        }
    }

    @Test
    void shouldUseTheProcessorWithoutADriver() {
        OnnxSettings settings = OnnxSettings.defaults();
        try (OnnxSession session = new OrtSessions(settings, () -> false).open("toy", TOY)) {
            assertThat(session.provider()).isEqualTo(Provider.CPU);
        }
    }

    @Test
    void shouldRefuseSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> OnnxSettings.cpu().withIntraOpThreads(0))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("1 to 64");
        assertThatThrownBy(() -> Provider.of("gpu")).hasMessageContaining("'gpu'");
        assertThat(Provider.of("cuda")).isEqualTo(Provider.CUDA);
    }

    @Test
    void shouldKeepTheConfiguredOrderAndSkipWhatWasRefused() {
        ProviderChain chain = new ProviderChain(List.of(Provider.CUDA, Provider.TENSORRT), () -> true);
        assertThat(chain.first()).isEqualTo(Provider.CUDA);
        chain.refused(Provider.CUDA, "no device");
        assertThat(chain.first()).isEqualTo(Provider.TENSORRT);
        assertThat(chain.after(Provider.CUDA)).isEqualTo(Provider.TENSORRT);
        assertThat(chain.after(Provider.TENSORRT)).isEqualTo(Provider.CPU);
        assertThat(chain.chose(Provider.CPU)).isTrue();
        assertThat(chain.chose(Provider.CPU)).isFalse();
    }

    @Test
    void shouldNotLoadADriverThatIsNotALibrary(@TempDir Path dir) throws IOException {
        Files.writeString(dir.resolve(CudaDriver.LIBRARY), "not a library");
        assertThat(CudaDriver.loads(List.of(dir))).isFalse();
    }
}
