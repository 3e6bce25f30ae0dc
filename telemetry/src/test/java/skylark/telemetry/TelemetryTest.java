package skylark.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.domain.VehicleState;
import skylark.stage.NanoClock;
import skylark.telemetry.journal.Note;
import skylark.telemetry.mqtt.Ear;
import skylark.telemetry.mqtt.Ear.Heard;
import skylark.telemetry.mqtt.Eventually;
import skylark.telemetry.mqtt.Mosquitto;

/** All of it against the real broker. */
@Tag("slow")
class TelemetryTest {
    private static final String ROOT = "skylark/1/demo/skylark-1/";

    @TempDir
    Path folder;

    private Settings settings(String url) {
        Settings defaults = Settings.defaults();
        return new Settings(
                defaults.audio(),
                defaults.endpoint(),
                defaults.speech(),
                defaults.models(),
                defaults.nlg(),
                new Settings.Data(folder.resolve("data"), 64),
                defaults.watchdog(),
                defaults.vehicle(),
                defaults.safety(),
                new Settings.Mqtt(url, "demo", "skylark-1", Optional.empty(), Optional.empty(), Optional.empty()),
                defaults.log());
    }

    private Telemetry telemetry(String url) {
        return new Telemetry(
                settings(url), now -> VehicleState.hover(), Map.of("version", "test"), reason -> {}, NanoClock.SYSTEM);
    }

    private static void event(Telemetry telemetry, int number) {
        assertThat(telemetry.offer(new Note.Event(
                        "flight", 5, 2, "N" + number, "", Map.of(), true, null, VehicleState.hover(), Map.of())))
                .isTrue();
    }

    private static JsonNode json(Heard heard) {
        try {
            return new ObjectMapper().readTree(heard.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> seqs(Ear ear) {
        return ear.on("event/flight").stream()
                .map(one -> json(one).path("seq").asLong())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void shouldBringEverythingToTheGround() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                Ear ear = new Ear(broker.url(), "skylark/#");
                Telemetry telemetry = telemetry(broker.url())) {
            telemetry.start();
            telemetry.offer(new Note.Condition("ready", ""));
            for (int i = 1; i <= 100; i++) {
                event(telemetry, i);
            }
            telemetry.offer(new Note.Figures(Map.of("turns", 3)));
            Eventually.within(20, "all events arrive", () -> seqs(ear).equals(oneTo(100)));
            Eventually.within(
                    5,
                    "the rest arrives",
                    () -> !ear.on("/metrics").isEmpty()
                            && !ear.on("/pos").isEmpty()
                            && !ear.on("/status").isEmpty());

            assertThat(ear.heard().stream()
                            .filter(one -> !one.topic().contains("/gcs/"))
                            .findFirst()
                            .orElseThrow()
                            .topic())
                    .isEqualTo(ROOT + "birth");
            assertThat(ear.on("/pos").get(0).qos()).isZero();
            assertThat(ear.on("/pos").get(0).expiresS()).isEqualTo(10);
            assertThat(ear.on("event/flight").get(0).expiresS()).isBetween(86_000L, 86_400L);
            try (Ear late = new Ear(broker.url(), "skylark/#")) {
                Eventually.within(
                        5, "newcomers find what is retained", () -> late.heard().size() >= 4);
                assertThat(late.heard())
                        .extracting(Heard::topic)
                        .contains(ROOT + "birth", ROOT + "state", ROOT + "status", ROOT + "pos");
            }
        }
    }

    @Test
    void shouldLoseNothingWhenTheBrokerIsKilled() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                Telemetry telemetry = telemetry(broker.url())) {
            telemetry.start();
            Ear before = new Ear(broker.url(), ROOT + "event/#");
            for (int i = 1; i <= 20; i++) {
                event(telemetry, i);
            }
            Eventually.within(20, "the first events arrive", () -> seqs(before).size() == 20);
            broker.kill();
            for (int i = 21; i <= 60; i++) {
                event(telemetry, i);
            }
            broker.restart();
            try (Ear after = new Ear(broker.url(), ROOT + "event/#")) {
                Eventually.within(40, "the rest arrives", () -> seqs(after)
                        .containsAll(LongStream.rangeClosed(21, 60).boxed().toList()));
            }
        }
    }

    @Test
    void shouldSendNothingTwiceUnderTwoIds() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                Ear ear = new Ear(broker.url(), ROOT + "event/#")) {
            for (int run = 0; run < 3; run++) {
                try (Telemetry telemetry = telemetry(broker.url())) {
                    telemetry.start();
                    for (int i = 0; i < 10; i++) {
                        event(telemetry, i);
                    }
                    int expected = 10 * (run + 1);
                    Eventually.within(
                            20, "this run's events arrive", () -> seqs(ear).size() == expected);
                }
            }
            assertThat(seqs(ear)).isEqualTo(oneTo(30));
            assertThat(ear.heard().stream()
                            .map(one -> json(one).path("id").asText())
                            .distinct())
                    .hasSize(30);
        }
    }

    @Test
    void shouldBeCalledLostByTheBrokerOnlyWhenItDoesNotSayGoodbye() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                Ear ear = new Ear(broker.url(), ROOT + "state")) {
            try (Telemetry telemetry = telemetry(broker.url())) {
                telemetry.start();
                telemetry.offer(new Note.Condition("ready", ""));
                Eventually.within(10, "ready is said", () -> states(ear).contains("ready"));
            }
            Eventually.within(10, "goodbye is said", () -> states(ear).contains("disconnected"));
            assertThat(states(ear)).doesNotContain("lost").endsWith("disconnected");
        }
    }

    private static List<String> states(Ear ear) {
        return ear.heard().stream()
                .map(one -> json(one).path("data").path("state").asText())
                .toList();
    }

    @Test
    void shouldNotMakeAnybodyWaitForABrokerThatNeverAnswers() throws Exception {
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Telemetry telemetry = telemetry("tcp://127.0.0.1:" + hole.getLocalPort())) {
            telemetry.start();
            long worstNs = 0;
            for (int i = 0; i < 2000; i++) {
                long startNs = System.nanoTime();
                event(telemetry, i);
                worstNs = Math.max(worstNs, System.nanoTime() - startNs);
            }
            assertThat(worstNs).as("longest offer").isLessThan(1_000_000_000L);
            assertThat(telemetry.runners()).allMatch(runner -> runner.isAlive());
        }
    }

    @Test
    void shouldRefuseADataFolderThatIsInUse() {
        try (Telemetry first = telemetry("tcp://127.0.0.1:1")) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> telemetry("tcp://127.0.0.1:1"))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("in use");
        }
    }
}
