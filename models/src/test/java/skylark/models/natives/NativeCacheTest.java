package skylark.models.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a class file in the place of a library: any entry of a jar will do. */
class NativeCacheTest {
    private static final String RESOURCES = "/ai/onnxruntime/";
    private static final List<String> LIBRARIES = List.of("OrtSession.class", "OnnxTensor.class");

    @TempDir
    Path folder;

    @Test
    void shouldUnpackOnceAndThenLeaveAlone() throws IOException {
        NativeCache cache = new NativeCache(folder);
        Path unpacked = cache.unpack("ort", RESOURCES, LIBRARIES);
        assertThat(unpacked).isNotNull().isDirectoryNotContaining("glob:**.half");
        Path library = unpacked.resolve("OnnxTensor.class");
        assertThat(Files.size(library)).isGreaterThan(1_000);
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(library, longAgo);

        assertThat(cache.unpack("ort", RESOURCES, LIBRARIES)).isEqualTo(unpacked);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(longAgo);
    }

    @Test
    void shouldUnpackAgainWhatIsGone() throws IOException {
        NativeCache cache = new NativeCache(folder);
        Path unpacked = cache.unpack("ort", RESOURCES, LIBRARIES);
        assertThat(unpacked).isNotNull();
        Files.delete(unpacked.resolve("OnnxTensor.class"));

        assertThat(cache.unpack("ort", RESOURCES, LIBRARIES)).isDirectoryContaining("glob:**/OnnxTensor.class");
    }

    @Test
    void shouldNotKnowAMachineThatNoJarIsFor() throws IOException {
        assertThat(new NativeCache(folder).unpack("ort", "/ai/onnxruntime/native/plan9-vax/", LIBRARIES))
                .isNull();
    }

    @Test
    void shouldSayWhatIsNotInTheJar() {
        List<String> libraries = List.of("OrtSession.class", "NoSuch.class");

        assertThatThrownBy(() -> new NativeCache(folder).unpack("ort", RESOURCES, libraries))
                .isInstanceOf(IOException.class)
                .hasMessage("/ai/onnxruntime/NoSuch.class is not in the jar");
    }
}
