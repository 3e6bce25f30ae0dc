package skylark.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

class SettingsLoaderTest {
    @TempDir
    Path folder;

    @Test
    void shouldGiveDefaultsWhenNothingIsSet() {
        Settings settings = SettingsLoader.load(Optional.empty(), Map.of(), List.of());
        assertThat(settings).isEqualTo(Settings.defaults());
        assertThat(settings.watchdog().deadlineMs()).isEqualTo(120);
        assertThat(settings.models().providers()).containsExactly("cpu");
        assertThat(settings.models().dir()).isEqualTo(Path.of(System.getProperty("user.home"), ".skylark", "models"));
        assertThat(settings.mqtt().isSet()).isFalse();
        assertThat(settings.vehicle().url()).isEqualTo("sim:");
    }

    @Test
    void shouldReadEveryKindOfValueFromTheFile() throws IOException {
        Path file = write(
                """
                [watchdog]
                deadline_ms = 90
                [models]
                dir = "/opt/models"
                providers = ["tensorrt", "cuda", "cpu"]
                [speech]
                profile = "radio"
                speculate = false
                [safety]
                height_max_m = 60
                speed_max_mps = 7.5
                [mqtt]
                url = "ssl://broker.example:8883"
                cert = "c.pem"
                key = "k.pem"
                [vehicle]
                url = "udpin:0.0.0.0:14550"
                """);
        Settings settings = SettingsLoader.load(Optional.of(file), Map.of(), List.of());
        assertThat(settings.watchdog().deadlineMs()).isEqualTo(90);
        assertThat(settings.models().dir()).isEqualTo(Path.of("/opt/models"));
        assertThat(settings.models().providers()).containsExactly("tensorrt", "cuda", "cpu");
        assertThat(settings.speech().profile()).isEqualTo("radio");
        assertThat(settings.speech().speculate()).isFalse();
        assertThat(settings.safety().heightMaxM()).isEqualTo(60);
        assertThat(settings.safety().speedMaxMps()).isEqualTo(7.5);
        assertThat(settings.mqtt().cert()).contains(Path.of("c.pem"));
    }

    @Test
    void shouldLetTheLaterSourceWin() throws IOException {
        Path file = write("[watchdog]\ndeadline_ms = 90\nstall_ms = 900\n[models]\nthreads = 2\n");
        Settings settings = SettingsLoader.load(
                Optional.of(file),
                Map.of("SKYLARK_WATCHDOG_DEADLINE_MS", "80", "SKYLARK_WATCHDOG_STALL_MS", "800"),
                List.of("watchdog.deadline_ms=70"));
        assertThat(settings.watchdog()).isEqualTo(new Settings.Watchdog(70, 800));
        assertThat(settings.models().threads()).isEqualTo(2);
    }

    @Test
    void shouldReadListsFromTheEnvironmentAndLeaveForeignVariablesAlone() {
        Settings settings = SettingsLoader.load(
                Optional.empty(),
                Map.of("SKYLARK_MODELS_PROVIDERS", "cuda, cpu", "SKYLARK_JAVA_OPTS", "-Xmx1g", "PATH", "/bin"),
                List.of());
        assertThat(settings.models().providers()).containsExactly("cuda", "cpu");
    }

    @Test
    void shouldNameFileLineKeyAndExpectationOfABadValue() throws IOException {
        Path file = write("# first\n[watchdog]\ndeadline_ms = \"soon\"\n");
        refused(file)
                .hasMessage(file + ":3: watchdog.deadline_ms: expected a whole number from 20 to 5000, got 'soon'");
        Path range = write("[watchdog]\n\ndeadline_ms = 5\n");
        refused(range).hasMessage(range + ":3: watchdog.deadline_ms: expected a whole number from 20 to 5000, got 5");
    }

    @Test
    void shouldSuggestTheKeyThatWasMeant() throws IOException {
        Path key = write("[watchdog]\ndeadlin_ms = 5\n");
        refused(key).hasMessage(key + ":2: unknown key watchdog.deadlin_ms (did you mean 'watchdog.deadline_ms'?)");
        Path section = write("[watchdgo]\ndeadline_ms = 5\n");
        refused(section).hasMessageStartingWith(section + ":1: unknown section [watchdgo] (did you mean 'watchdog'?)");
        Path far = write("[watchdog]\ncolour = 5\n");
        refused(far).hasMessage(far + ":2: unknown key watchdog.colour");
    }

    @Test
    void shouldSayWhereAFileIsNotToml() throws IOException {
        Path file = write("[watchdog]\ndeadline_ms = = 3\n");
        refused(file).hasMessageStartingWith(file + ":2: not TOML: ").message().doesNotContain("\n");
        Path twice = write("[watchdog]\ndeadline_ms = 30\ndeadline_ms = 40\n");
        refused(twice).hasMessageStartingWith(twice + ":3: not TOML: ");
        Path top = write("watchdog = 3\n");
        refused(top).hasMessage(top + ":1: watchdog: expected a section [watchdog]");
    }

    @Test
    void shouldSayWhyAFileCannotBeRead() throws IOException {
        Path missing = folder.resolve("missing.toml");
        refused(missing).hasMessage(missing + ": not found, expected a TOML file");
        refused(folder).hasMessage(folder + ": is a folder, expected a TOML file");
        Path binary = Files.write(folder.resolve("b.toml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        refused(binary).hasMessage(binary + ": not UTF-8 text, expected a TOML file");
    }

    @Test
    void shouldNameTheVariableOrTheOption() {
        assertThatThrownBy(() ->
                        SettingsLoader.load(Optional.empty(), Map.of("SKYLARK_WATCHDOG_DEADLNE_MS", "5"), List.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("environment variable SKYLARK_WATCHDOG_DEADLNE_MS: unknown key watchdog.deadlne_ms"
                        + " (did you mean 'watchdog.deadline_ms'?)");
        assertThatThrownBy(() -> set("vehicle.url=udp:1"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "--set vehicle.url=udp:1: vehicle.url: expected sim:, sim:ardupilot, sim:px4, udpin:HOST:PORT");
        assertThatThrownBy(() -> set("vehicle.url"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("--set vehicle.url: expected section.key=value");
    }

    @Test
    void shouldRefuseValuesThatDoNotGoTogetherAndSayWhereTheyCameFrom() throws IOException {
        Path file = write("[endpoint]\ncomplete_ms = 600\nopen_ms = 300\n");
        refused(file).hasMessage(file + ":3: endpoint.open_ms: expected at least endpoint.complete_ms (600), got 300");
        Path cert = write("[mqtt]\ncert = \"c.pem\"\n");
        refused(cert).hasMessage(cert + ":2: mqtt.cert: expected mqtt.cert and mqtt.key together, got one of them");
    }

    @Test
    void shouldRefuseRepeatedOrUnknownProviders() {
        assertThatThrownBy(() -> set("models.providers=cpu,cpu")).hasMessageContaining("none of them twice");
        assertThatThrownBy(() -> set("models.providers=")).hasMessageContaining("one or more of tensorrt, cuda, cpu");
    }

    private Settings set(String set) {
        return SettingsLoader.load(Optional.empty(), Map.of(), List.of(set));
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(Path file) {
        return assertThatThrownBy(() -> SettingsLoader.load(Optional.of(file), Map.of(), List.of()))
                .isInstanceOf(BadInputException.class);
    }

    private Path write(String toml) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "skylark", ".toml"), toml);
    }
}
