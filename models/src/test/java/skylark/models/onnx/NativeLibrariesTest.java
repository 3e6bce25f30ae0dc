package skylark.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    @TempDir
    Path cache;

    @Test
    void shouldUnpackOnceAndThenLeaveAlone() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "libraries are kept on Linux only");
        Path folder = NativeLibraries.unpack(cache, NativeLibraries.resourceFolder());
        assertThat(folder).isNotNull().isDirectoryNotContaining("glob:**.half");
        Path library = folder.resolve("libonnxruntime.so");
        assertThat(Files.size(library)).isGreaterThan(1_000_000);
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(library, longAgo);

        assertThat(NativeLibraries.unpack(cache, NativeLibraries.resourceFolder()))
                .isEqualTo(folder);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(longAgo);
    }

    @Test
    void shouldUnpackWhatTheJarForGpusAddsToo() throws IOException {
        String shared = "libonnxruntime_providers_shared.so";
        String resources = NativeLibraries.resourceFolder();
        assumeTrue(NativeLibraries.class.getResource(resources + shared) != null, "the jar is the one without GPUs");
        assertThat(NativeLibraries.unpack(cache, resources)).isDirectoryContaining("glob:**/" + shared);
    }

    @Test
    void shouldLeaveAMachineThatTheJarDoesNotKnowToTheRuntime() throws IOException {
        assertThat(NativeLibraries.unpack(cache, "/ai/onnxruntime/native/plan9-vax/"))
                .isNull();
    }
}
