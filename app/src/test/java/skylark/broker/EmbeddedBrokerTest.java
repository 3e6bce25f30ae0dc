package skylark.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skylark.config.Settings;
import skylark.config.SettingsLoader;
import skylark.domain.BadInputException;
import skylark.domain.VehicleState;
import skylark.stage.NanoClock;
import skylark.telemetry.Telemetry;
import skylark.telemetry.ground.Ground;
import skylark.telemetry.ground.GroundOptions;
import skylark.telemetry.journal.Note;

/** The demo's way to the ground: telemetry, the broker within, and the ground station. */
@Tag("slow")
class EmbeddedBrokerTest {
    private static final int EVENTS = 30;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Settings settings(String url) {
        return SettingsLoader.loadWithOrigins(
                        Optional.empty(), Map.of(), List.of("mqtt.url=" + url, "data.dir=" + folder.resolve("data")))
                .settings();
    }

    private Thread ground(Settings settings) {
        GroundOptions options = new GroundOptions(settings.mqtt(), "base", true, false);
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Thread thread = new Thread(() -> Ground.run(options, out, err), "ground");
        thread.start();
        return thread;
    }

    @Test
    @Timeout(90)
    void shouldCarryEverythingFromTheDroneToTheGround() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            Settings settings = settings(broker.url());
            Thread ground = ground(settings);
            try (Telemetry telemetry = new Telemetry(
                    settings, now -> VehicleState.hover(), Map.of("version", "test"), reason -> {}, NanoClock.SYSTEM)) {
                telemetry.start();
                telemetry.offer(new Note.Condition("ready", ""));
                for (int i = 1; i <= EVENTS; i++) {
                    telemetry.offer(new Note.Event(
                            "flight", 5, 2, "N" + i, "", Map.of(), true, null, VehicleState.hover(), Map.of()));
                }
                while (events() < EVENTS) {
                    LockSupport.parkNanos(20_000_000);
                }
            }
            ground.interrupt();
            ground.join();

            for (int number : IntStream.rangeClosed(1, EVENTS).toArray()) {
                assertThat(lines())
                        .filteredOn(line -> line.contains("\"code\":\"N" + number + "\""))
                        .hasSize(1);
            }
            assertThat(lines())
                    .anyMatch(line -> line.contains("/birth\""))
                    .anyMatch(line -> line.contains("/status\""))
                    .anyMatch(line -> line.contains("/state\"") && line.contains("\"ready\""));
        }
    }

    private long events() {
        return lines().stream().filter(line -> line.contains("/event/flight")).count();
    }

    @Test
    void shouldNameAPortThatIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(taken.getLocalPort()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage("port " + taken.getLocalPort() + " on 127.0.0.1: in use; expected a free one");
        }
    }
}
