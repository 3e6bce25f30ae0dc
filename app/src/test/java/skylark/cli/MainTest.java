package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|expected a command: ",
                "chekc|did you mean 'check'?",
                "check --nonsense|Unknown option: '--nonsense'",
                "check --config|Missing required parameter for option '--config' (F)",
                "check surplus|Unmatched argument",
                "models|models: expected list, install, verify or import DIR",
                "models improt|models",
                "keep|Missing required parameter: 'COMMAND'",
                "bench --stage voice|bench: --stage belongs to --faults",
                "models import|Missing required parameter: 'DIR'",
                "check --set nonsense|--set nonsense: expected section.key=value",
                "check --set log.level=loud|log.level: expected one of error, warn, info, debug, trace, got 'loud'",
                "check --config /nowhere/x.toml|/nowhere/x.toml: not found, expected a TOML file",
            })
    void shouldRefuseABadCallInOneLine(String line, String expected) {
        CliRun run = run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("skylark: ")
                .containsIgnoringCase(expected)
                .hasLineCount(1);
    }

    @Test
    void shouldShowATraceOnlyWhenAskedTo() {
        assertThat(run("--debug", "check", "--config", "/nowhere/x.toml").err()).contains("BadInputException", "\tat ");
        assertThat(run("check", "--config", "/nowhere/x.toml").err()).doesNotContain("\tat ");
    }

    @Test
    void shouldNotBeginAgainWhatWasRefused() {
        assertThat(run("keep", "check", "--config", "/nowhere/x.toml").status()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void shouldShowHelpAndVersion() {
        assertThat(run("--help").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("--help").out()).contains("check", "models", "doctor");
        assertThat(run("--version").out()).startsWith("skylark ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --help",
                "demo -h",
                "replay --help",
                "bench --help",
                "ask --help",
                "say --help",
                "ground --help",
                "models --help",
                "models import --help",
                "keep --help",
            })
    void shouldExplainEveryCommand(String line) {
        CliRun run = run(line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).startsWith("Usage: ").contains("--help");
    }

    @Test
    void shouldShowEveryKeyWithItsOrigin() throws IOException {
        Path file = Files.writeString(folder.resolve("s.toml"), "[watchdog]\ndeadline_ms = 100\n");
        CliRun run = CliRun.of(
                DomainBrain::new,
                new byte[0],
                Map.of("SKYLARK_SPEECH_PROFILE", "radio"),
                "check",
                "--config",
                file.toString(),
                "--set",
                "models.threads=2");
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .contains(
                        "watchdog.deadline_ms = 100  # " + file + ":2",
                        "speech.profile = \"radio\"  # environment variable SKYLARK_SPEECH_PROFILE",
                        "models.threads = 2  # --set models.threads=2",
                        "log.level = \"warn\"  # default");
    }

    @Test
    void shouldTakeSharedOptionsBeforeAndAfterTheCommand() {
        assertThat(run("--set", "models.threads=2", "check").out()).contains("models.threads = 2");
        assertThat(run("check", "--set", "models.threads=2").out()).contains("models.threads = 2");
    }

    @Test
    void shouldListWhatTheStoreLacksAndFindItWrong() {
        String dir = "models.dir=" + folder.resolve("none");
        CliRun list = run("models", "list", "--set", dir);
        assertThat(list.status()).isEqualTo(ExitStatus.DONE);
        assertThat(list.out()).contains("vosk-small-en-us").contains("missing");
        CliRun verify = run("models", "verify", "--set", dir);
        assertThat(verify.status()).isEqualTo(ExitStatus.FOUND_WRONG);
        assertThat(verify.err()).contains("vosk-small-en-us: not installed, run ./skylark models install");
        CliRun doctor = run("doctor", "--set", dir, "--set", "data.dir=" + folder);
        assertThat(doctor.status()).isEqualTo(ExitStatus.FOUND_WRONG);
        assertThat(doctor.out()).contains("good   java: ").contains("WRONG  models: ");
    }

    @Test
    void shouldRefuseToImportWhatIsNotThere() {
        CliRun run = run("models", "import", "/nowhere/model", "--set", "models.dir=" + folder);
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).isEqualTo("skylark: /nowhere/model: no such readable folder or archive\n");
    }

    private static CliRun run(String... args) {
        return CliRun.of(DomainBrain::new, "", args);
    }
}
