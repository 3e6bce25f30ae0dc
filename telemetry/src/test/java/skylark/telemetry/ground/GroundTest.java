package skylark.telemetry.ground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.config.Settings;
import skylark.telemetry.mqtt.Ear;
import skylark.telemetry.mqtt.Eventually;
import skylark.telemetry.mqtt.Mosquitto;

/** The ground station against the real broker. */
@Tag("slow")
class GroundTest {
    private static final String EVENT =
            "{\"id\":\"e%d\",\"type\":\"event\",\"seq\":%d,\"ts\":\"2026-11-23T03:00:00Z\",\"code\":\"ARMED\",\"text\":\"Armed.\",\"spoken\":true}";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private volatile int status = -1;

    private Thread listen(String url, boolean json) {
        Settings.Mqtt mqtt = new Settings.Mqtt(url, "demo", "x", Optional.empty(), Optional.empty(), Optional.empty());
        GroundOptions options = new GroundOptions(mqtt, "base", json, false);
        Thread thread = new Thread(() -> status = Ground.run(
                options,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
        thread.start();
        return thread;
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void shouldPrintEachMessageOnceAndAcknowledgeIt() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                Ear ear = new Ear(broker.url(), "skylark/1/demo/gcs/#")) {
            Thread ground = listen(broker.url(), true);
            Eventually.within(
                    15, "the ground shows itself", () -> !ear.on("/base/state").isEmpty());
            for (int seq : new int[] {1, 2, 2, 3}) {
                ear.say("skylark/1/demo/d1/event/flight", EVENT.formatted(seq, seq), false);
            }
            Eventually.within(30, "three are acknowledged", () -> ear.on("/ack/d1").stream()
                    .anyMatch(one -> one.text().equals("{\"event\":3}")));
            ground.interrupt();
            ground.join(10_000);

            assertThat(status).isZero();
            assertThat(lines()).hasSize(3);
            JsonNode first = new ObjectMapper().readTree(lines().get(0));
            assertThat(first.path("topic").asText()).isEqualTo("skylark/1/demo/d1/event/flight");
            assertThat(first.path("message").path("code").asText()).isEqualTo("ARMED");
            Eventually.within(30, "the ground takes its leave", () -> ear.on("/base/state").stream()
                    .anyMatch(one -> one.text().contains("offline")));
        }
    }

    @Test
    void shouldPrintTextForPeople() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                Ear ear = new Ear(broker.url(), "skylark/1/demo/gcs/#")) {
            Thread ground = listen(broker.url(), false);
            Eventually.within(
                    15, "the ground shows itself", () -> !ear.on("/base/state").isEmpty());
            ear.say("skylark/1/demo/d1/event/flight", EVENT.formatted(1, 1), false);
            Eventually.within(30, "it is printed", () -> !lines().isEmpty());
            ground.interrupt();
            ground.join(10_000);

            assertThat(lines()).containsExactly("03:00:00 d1 event/flight ARMED said \"Armed.\"");
        }
    }

    @Test
    void shouldGiveUpAfterHalfAMinuteWithoutABroker() throws Exception {
        int port = Mosquitto.freePort();
        Thread ground = listen("tcp://127.0.0.1:" + port, false);
        ground.join(45_000);

        assertThat(status).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("no broker at tcp://127.0.0.1:" + port);
    }
}
