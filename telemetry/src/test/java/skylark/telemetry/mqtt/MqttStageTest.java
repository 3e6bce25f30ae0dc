package skylark.telemetry.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.StageRunner;

/** The pipe alone, against the real broker and against none. */
@Tag("slow")
class MqttStageTest {
    @TempDir
    Path folder;

    private final Doorbell bell = new Doorbell();
    private final Link<MqttOrder> orders = new Link<>("orders", 64, bell);
    private final Link<MqttEvent> arrivals = new Link<>("arrivals", 256, bell);
    private final List<MqttEvent> events = new CopyOnWriteArrayList<>();
    private @Nullable StageRunner runner;

    private void start(MqttOptions options) {
        AtomicLong epochs = new AtomicLong();
        runner = new StageRunner(
                () -> new MqttStage(options, orders, arrivals, epochs, events::add), bell, NanoClock.SYSTEM);
        runner.start();
    }

    private static MqttOptions options(String url, MqttOptions.@Nullable Will will) {
        return new MqttOptions(
                url, "pipe", Optional.empty(), Optional.empty(), Optional.empty(), will, List.of("to/pipe"), 1);
    }

    @AfterEach
    void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    private void publish(long epoch, long ticket, String text) {
        orders.offer(new Publication(epoch, ticket, "from/pipe", text.getBytes(StandardCharsets.UTF_8), 1, false, 0));
    }

    private long ups() {
        return events.stream().filter(MqttEvent.Up.class::isInstance).count();
    }

    private long downs() {
        return events.stream().filter(MqttEvent.Down.class::isInstance).count();
    }

    /** Paho's threads that carry this client's name. */
    private static List<String> pahoThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("MQTT ") && name.endsWith("pipe"))
                .toList();
    }

    @Test
    void shouldSendReceiveAndAcknowledge() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                Ear ear = new Ear(broker.url(), "from/#")) {
            start(options(broker.url(), null));
            Eventually.within(10, "it is up", () -> ups() == 1);
            publish(1, 77, "hello");
            Eventually.within(5, "it is acknowledged", () -> events.contains(new MqttEvent.Acked(1, 77, true)));
            ear.say("to/pipe", "answer", false);
            Eventually.within(5, "the answer comes", () -> events.stream()
                    .anyMatch(event -> event instanceof MqttEvent.Received received
                            && received.topic().equals("to/pipe")));

            assertThat(ear.heard()).extracting(Ear.Heard::text).containsExactly("hello");
        }
    }

    @Test
    void shouldSayWhenNobodySubscribesToWhatTheBrokerTook() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder)) {
            start(options(broker.url(), null));
            Eventually.within(10, "it is up", () -> ups() == 1);
            publish(1, 78, "is anybody there");
            Eventually.within(
                    5, "it is acknowledged, unheard", () -> events.contains(new MqttEvent.Acked(1, 78, false)));
        }
    }

    @Test
    void shouldDropWhatWasMeantForAnEarlierConnection() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder);
                Ear ear = new Ear(broker.url(), "from/#")) {
            start(options(broker.url(), null));
            Eventually.within(10, "it is up", () -> ups() == 1);
            publish(0, 1, "old");
            publish(1, 2, "new");
            Eventually.within(5, "the new one arrives", () -> !ear.heard().isEmpty());

            assertThat(ear.heard()).extracting(Ear.Heard::text).containsExactly("new");
        }
    }

    @Test
    void shouldConnectAgainWhenAskedTo() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder)) {
            start(options(broker.url(), null));
            Eventually.within(10, "it is up", () -> ups() == 1);
            orders.offer(new MqttOrder.Reconnect(1, "a test wants it"));
            Eventually.within(10, "it is up again", () -> ups() == 2);

            assertThat(events).contains(new MqttEvent.Down(1, "a test wants it"), new MqttEvent.Up(2));
        }
    }

    @Test
    void shouldHaveTheBrokerSayTheWillWhenTheCableIsCutAndNotWhenItComesBackInTime() throws Exception {
        MqttOptions.Will will = new MqttOptions.Will("from/state", "lost", 2);
        try (Mosquitto broker = Mosquitto.start(folder);
                Ear ear = new Ear(broker.url(), "from/#");
                Proxy cable = new Proxy(broker.port())) {
            start(options(cable.url(), will));
            Eventually.within(10, "it is up", () -> ups() == 1);
            orders.offer(new MqttOrder.Reconnect(1, "a test wants it"));
            Eventually.within(10, "it is up again", () -> ups() == 2);
            publish(2, 1, "back in time");
            Eventually.within(5, "it speaks", () -> !ear.heard().isEmpty());
            cable.cut();
            Eventually.within(15, "the will is said", () -> ear.heard().size() > 1);

            assertThat(ear.heard()).extracting(Ear.Heard::text).containsExactly("back in time", "lost");
        }
    }

    @Test
    void shouldGiveUpABrokerThatNeverAnswersAndLeaveNoThreadsBehind() throws Exception {
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            start(options("tcp://127.0.0.1:" + hole.getLocalPort(), null));
            Eventually.within(30, "it has tried four times", () -> downs() >= 4);

            assertThat(runner.isAlive()).isTrue();
        }
        runner.close();
        Eventually.within(20, "Paho's threads have ended", () -> pahoThreads().isEmpty());
    }

    @Test
    void shouldLeaveNoThreadsBehindWhenEveryConnectionIsClosedAtOnce() throws Exception {
        try (Proxy refusing = new Proxy(Mosquitto.freePort())) {
            refusing.cut();
            start(options(refusing.url(), null));
            Eventually.within(30, "it has tried four times", () -> downs() >= 4);
        }
        runner.close();
        Eventually.within(20, "Paho's threads have ended", () -> pahoThreads().isEmpty());
    }

    @Test
    void shouldSpeakTlsWithCertificatesOfTheOperatorsOwn() throws Exception {
        Certificates certificates = Certificates.make(folder);
        try (Mosquitto broker = Mosquitto.start(
                folder,
                "cafile " + certificates.ca(),
                "certfile " + certificates.server(),
                "keyfile " + certificates.serverKey(),
                "require_certificate true")) {
            String url = "mqtts://localhost:" + broker.port();
            start(new MqttOptions(
                    url,
                    "pipe",
                    Optional.of(certificates.ca()),
                    Optional.of(certificates.client()),
                    Optional.of(certificates.clientKey()),
                    null,
                    List.of("to/pipe"),
                    5));
            Eventually.within(15, "it is up", () -> ups() == 1);
        }
    }

    @Test
    void shouldNotTrustABrokerOfAnotherAuthority() throws Exception {
        Certificates certificates = Certificates.make(folder);
        Certificates others = Certificates.make(Files.createDirectory(folder.resolve("others")));
        try (Mosquitto broker =
                Mosquitto.start(folder, "certfile " + certificates.server(), "keyfile " + certificates.serverKey())) {
            start(new MqttOptions(
                    "mqtts://localhost:" + broker.port(),
                    "pipe",
                    Optional.of(others.ca()),
                    Optional.empty(),
                    Optional.empty(),
                    null,
                    List.of(),
                    5));
            Eventually.within(15, "it is refused", () -> downs() > 0);

            assertThat(ups()).isZero();
        }
    }

    @Test
    void shouldNameTheCertificateThatCannotBeUsed() throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
        MqttOptions options = new MqttOptions(
                "ssl://localhost", "pipe", Optional.of(file), Optional.empty(), Optional.empty(), null, List.of(), 1);

        assertThatThrownBy(() -> new MqttStage(options, orders, arrivals, new AtomicLong(), events::add))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("mqtt.ca")
                .hasMessageContaining(file.toString());
    }

    @Test
    void shouldKnowTheUsualPorts() {
        assertThat(options("mqtt://broker", null).serverUri()).isEqualTo("patient+tcp://broker:1883");
        assertThat(options("mqtts://broker", null).serverUri()).isEqualTo("patient+ssl://broker:8883");
        assertThat(options("ssl://[::1]:99", null).serverUri()).isEqualTo("patient+ssl://[::1]:99");
        assertThat(options("tcp://[fe80::1]", null).serverUri()).isEqualTo("patient+tcp://[fe80::1]:1883");
    }
}
