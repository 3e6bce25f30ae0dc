package skylark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell launcher on machines that lack something. It runs from a copy, so that it never touches this build. */
class LauncherTest {
    private static final String[] SHELL_TOOLS = {
        "cat", "dirname", "find", "flock", "grep", "head", "mkdir", "mv", "readlink", "rm", "sed", "touch"
    };

    @TempDir
    Path temp;

    private Path path;
    private Path launcher;

    @BeforeEach
    void copyTheLauncherIntoAnEmptyProject() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no POSIX shell");
        launcher = Files.copy(Path.of("..", "skylark"), temp.resolve("skylark"));
        Files.writeString(temp.resolve("pom.xml"), "<project/>");
        path = Files.createDirectory(temp.resolve("path"));
        for (String tool : SHELL_TOOLS) {
            Path real = Path.of("/usr/bin", tool);
            pass(tool, Files.exists(real) ? real : Path.of("/bin", tool));
        }
    }

    @Test
    void shouldNameAMissingJava() throws Exception {
        assertThat(run()).matches("2: skylark: java is not on the PATH: install a JDK 17 or later .*\n");
    }

    @Test
    void shouldNameAJavaThatIsTooOld() throws Exception {
        tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        assertThat(run())
                .matches("2: skylark: .*/java is Java 11, expected 17 or later: install a JDK 17 or later .*\n");
    }

    @Test
    void shouldNameAMissingMaven() throws Exception {
        pass("java", Path.of(System.getProperty("java.home"), "bin", "java"));

        assertThat(run()).matches("2: skylark: mvn is not on the PATH: install Maven 3\\.8 or later .*\n");
    }

    @Test
    void shouldStopWhenTheBuildFails() throws Exception {
        pass("java", Path.of(System.getProperty("java.home"), "bin", "java"));
        tool("mvn", "echo '[ERROR] broken'; exit 1");

        assertThat(run())
                .isEqualTo("1: skylark: building, which takes some minutes the first time\n[ERROR] broken\n"
                        + "skylark: the build failed, see above\n");
        assertThat(temp.resolve("app/target/skylark.args")).doesNotExist();
    }

    @Test
    void shouldBuildOnceAndPassArgumentsAndExitStatusThrough() throws Exception {
        tool(
                "java",
                "case \"$*\" in *-XshowSettings*) echo '    java.home = " + temp + "' >&2;;"
                        + " *-version*) echo 'openjdk version \"21.0.2\"' >&2;; *) echo \"ran: $*\"; exit 7;; esac");
        Files.createDirectories(temp.resolve("bin"));
        Files.copy(path.resolve("java"), temp.resolve("bin/javac"));
        Files.setPosixFilePermissions(temp.resolve("bin/javac"), PosixFilePermissions.fromString("rwxr-xr-x"));
        tool("mvn", "echo /somewhere/picocli.jar >" + temp + "/app/target/classpath.txt");

        assertThat(run("say", "two words"))
                .isEqualTo("7: skylark: building, which takes some minutes the first time\n" + "ran: @"
                        + temp.toRealPath() + "/app/target/skylark.args skylark.cli.Main say two words\n");
        assertThat(run("say")).doesNotContain("building").startsWith("7: ran: ");
        assertThat(Files.readString(temp.resolve("app/target/skylark.args"))).contains("picocli.jar");
    }

    private void pass(String name, Path real) throws IOException {
        tool(name, "exec " + real + " \"$@\"");
    }

    private void tool(String name, String body) throws IOException {
        Path script = Files.writeString(path.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The exit status and everything that was printed. */
    private String run(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 2];
        command[0] = "/bin/sh";
        command[1] = launcher.toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(java.util.Set.of("LANG", "LC_ALL"));
        builder.environment().put("PATH", path.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + printed;
    }
}
