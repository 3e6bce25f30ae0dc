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

class KeysTest {
    @Test
    void shouldKeepTheExampleFileEqualToTheTable() throws IOException {
        assertThat(Files.readString(Path.of("skylark.toml")))
                .as("config/skylark.toml; write it anew from ExampleFile.text()")
                .isEqualTo(ExampleFile.text());
    }

    @Test
    void shouldLoadTheExampleFileWithEveryDefaultUncommented(@TempDir Path folder) throws IOException {
        String live = ExampleFile.text().replaceAll("(?m)^# ([a-z0-9_]+ = )", "$1");
        assertThat(live).contains("\ndeadline_ms = 120\n");
        Path file = Files.writeString(folder.resolve("live.toml"), live);
        assertThat(SettingsLoader.load(Optional.of(file), Map.of(), List.of())).isEqualTo(Settings.defaults());
    }

    @Test
    void shouldNameEachKeyOnceAndDescribeIt() {
        assertThat(Keys.paths()).doesNotHaveDuplicates();
        assertThat(Keys.ALL).extracting(Key::environmentName).doesNotHaveDuplicates();
        assertThat(Keys.ALL).allSatisfy(key -> assertThat(key.meaning()).endsWith("."));
        assertThat(Keys.MODELS_DIR.environmentName()).isEqualTo("SKYLARK_MODELS_DIR");
        assertThat(Keys.WATCHDOG_DEADLINE_MS.environmentName()).isEqualTo("SKYLARK_WATCHDOG_DEADLINE_MS");
    }

    @Test
    void shouldKnowTheKeysOfTheContract() {
        assertThat(Keys.paths())
                .contains(
                        "mqtt.url",
                        "mqtt.fleet",
                        "mqtt.drone",
                        "mqtt.ca",
                        "mqtt.cert",
                        "mqtt.key",
                        "vehicle.url",
                        "audio.input",
                        "audio.output",
                        "audio.addressing",
                        "audio.callsign",
                        "watchdog.deadline_ms",
                        "models.dir",
                        "data.dir",
                        "speech.profile",
                        "log.level");
    }

    @Test
    void shouldTakeEveryKeyThroughItsVariable() {
        for (Key<?> key : Keys.ALL) {
            String text = key.defaultLiteral().replaceAll("[\\[\\]\"]", "");
            Settings settings = SettingsLoader.load(Optional.empty(), Map.of(key.environmentName(), text), List.of());
            assertThat(settings).as(key.path()).isEqualTo(Settings.defaults());
        }
    }

    @Test
    void shouldRefuseARecordThatBreaksTheTable() {
        assertThatThrownBy(() -> new Settings.Watchdog(1, 1000))
                .isInstanceOf(SettingRejected.class)
                .hasMessage("watchdog.deadline_ms: expected a whole number from 20 to 5000, got 1");
    }

    @Test
    void shouldTakeTheUrlsOfTheContractAndNoOthers() {
        for (String url : List.of(
                "sim:",
                "udpin:0.0.0.0:14550",
                "udpout:10.0.0.2:14550",
                "tcp:localhost:5760",
                "serial:/dev/ttyS1:57600",
                "tlog:/logs/a.tlog")) {
            assertThat(Keys.VEHICLE_URL.checked(url)).isEqualTo(url);
        }
        for (String url : List.of("", "udp:1.2.3.4:5", "tcp:localhost", "tcp:localhost:0", "tcp:h:65536", "tlog:")) {
            assertThatThrownBy(() -> Keys.VEHICLE_URL.checked(url)).isInstanceOf(SettingRejected.class);
        }
        assertThat(Keys.MQTT_URL.checked("tcp://[::1]:1883")).isNotEmpty();
        assertThatThrownBy(() -> Keys.MQTT_URL.checked("http://x")).isInstanceOf(SettingRejected.class);
    }
}
