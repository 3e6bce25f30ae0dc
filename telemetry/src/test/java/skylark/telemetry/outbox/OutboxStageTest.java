package skylark.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.VehicleState;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.telemetry.journal.Envelopes;
import skylark.telemetry.journal.Identity;
import skylark.telemetry.journal.Note;
import skylark.telemetry.journal.Stamped;
import skylark.telemetry.journal.When;
import skylark.telemetry.mqtt.MqttEvent;
import skylark.telemetry.mqtt.MqttOrder;
import skylark.telemetry.mqtt.Publication;

/** The stage, cranked by hand, with a pipe that the test plays. */
class OutboxStageTest {
    private static final Identity WHO = new Identity("demo", "skylark-1", "boot", "session");
    private static final String ROOT = "skylark/1/demo/skylark-1/";

    @TempDir
    Path folder;

    private final Link<Stamped> notes = new Link<>("notes", 256, new Doorbell());
    private final Link<MqttEvent> events = new Link<>("events", 256, new Doorbell());
    private final Link<MqttOrder> orders = new Link<>("orders", 32, new Doorbell());
    private final List<Publication> sent = new ArrayList<>();
    private OutboxFiles files;
    private OutboxStage stage;
    private VehicleState vehicle = VehicleState.UNKNOWN;
    private long epoch;
    private long nowNs = 1_000_000_000L;

    @BeforeEach
    void open() {
        files = OutboxFiles.in(folder, 64 << 20);
        stage = newStage();
    }

    private OutboxStage newStage() {
        return new OutboxStage(
                new OutboxStage.Links(notes, events, orders),
                new Envelopes(WHO, 0),
                files,
                Map.of("version", "1"),
                now -> vehicle,
                this::wallMs,
                nowNs,
                reason -> {});
    }

    @AfterEach
    void close() {
        stage.onClose();
        files.close();
    }

    private long wallMs() {
        return 1_790_000_000_000L + nowNs / 1_000_000;
    }

    private void note(Note note) {
        notes.offer(new Stamped(note, new When(wallMs(), nowNs)));
    }

    private void event(String code, int priority) {
        note(new Note.Event("flight", 5, priority, code, "", Map.of(), true, null, null, Map.of()));
    }

    /** One duty cycle; what it handed to the pipe. */
    private List<Publication> crank() {
        stage.doWork(nowNs);
        List<Publication> now = new ArrayList<>();
        for (MqttOrder order = orders.poll(); order != null; order = orders.poll()) {
            if (order instanceof Publication publication) {
                now.add(publication);
            }
        }
        sent.addAll(now);
        return now;
    }

    private void connect() {
        events.offer(new MqttEvent.Up(++epoch));
    }

    private void ack(Publication publication) {
        events.offer(new MqttEvent.Acked(publication.epoch(), publication.ticket(), true));
    }

    /** Cranks and acknowledges until nothing more comes. */
    private List<Publication> drain() {
        List<Publication> all = new ArrayList<>();
        for (List<Publication> now = crank(); !now.isEmpty(); now = crank()) {
            now.forEach(this::ack);
            all.addAll(now);
            nowNs += 20_000_000;
        }
        return all;
    }

    private static JsonNode json(Publication publication) {
        try {
            return new ObjectMapper().readTree(new String(publication.payload(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(List<Publication> publications) {
        return publications.stream()
                .filter(one -> one.topic().contains("/event/"))
                .map(one -> json(one).path("code").asText())
                .toList();
    }

    private void ground(String topic, String text) {
        events.offer(new MqttEvent.Received(
                "skylark/1/demo/gcs/base/" + topic, text.getBytes(StandardCharsets.UTF_8), true));
    }

    @Test
    void shouldSayBirthAndStateFirstThenAlertsThenTheRest() {
        event("ARMED", 2);
        connect();
        List<Publication> all = drain();

        assertThat(all.get(0).topic()).isEqualTo(ROOT + "birth");
        assertThat(all.get(1).topic()).isEqualTo(ROOT + "state");
        assertThat(all.get(2).topic()).startsWith(ROOT + "alert/");
        assertThat(all.get(all.size() - 1).topic()).isEqualTo(ROOT + "event/flight");
        assertThat(all.subList(0, 2)).allSatisfy(one -> {
            assertThat(one.retain()).isTrue();
            assertThat(one.qos()).isEqualTo(1);
        });
    }

    @Test
    void shouldNeverHaveMoreThanEightInFlight() {
        connect();
        drain();
        for (int i = 0; i < 40; i++) {
            event("E" + i, 2);
        }
        assertThat(crank()).hasSize(8);
        assertThat(crank()).isEmpty();
        ack(sent.get(sent.size() - 1));
        assertThat(crank()).hasSize(1);
    }

    @Test
    void shouldSendInOrderOfPriorityAndThenOfTime() {
        connect();
        drain();
        event("A", 2);
        event("B", 1);
        event("C", 2);
        event("D", 1);

        assertThat(codes(drain())).containsExactly("B", "D", "A", "C");
    }

    @Test
    void shouldSendLiveEventsBeforeTheBacklogAndMarkWhatIsOld() {
        for (int i = 0; i < 30; i++) {
            event("OLD", 1);
        }
        crank();
        nowNs += 60_000_000_000L;
        connect();
        for (int i = 0; i < 4; i++) {
            crank().forEach(this::ack);
        }
        event("LIVE", 2);
        List<String> next = codes(crank());
        assertThat(next).contains("LIVE");

        sent.forEach(this::ack);
        List<Publication> rest = drain();
        nowNs += 1_000_000_000L;
        rest.addAll(drain());
        assertThat(codes(sent)).filteredOn("OLD"::equals).hasSizeGreaterThanOrEqualTo(30);
        assertThat(sent).filteredOn(one -> codes(List.of(one)).contains("OLD")).allSatisfy(one -> assertThat(
                        json(one).path("hist").asBoolean())
                .isTrue());
        assertThat(sent).filteredOn(one -> codes(List.of(one)).contains("LIVE")).allSatisfy(one -> assertThat(
                        json(one).path("hist").asBoolean())
                .isFalse());
    }

    @Test
    void shouldSendAgainUnderTheSameIdWhatWasNotAcknowledged() {
        connect();
        drain();
        event("A", 2);
        Publication first = crank().get(0);
        events.offer(new MqttEvent.Down(epoch, "gone"));
        crank();
        connect();
        Publication again = drain().stream()
                .filter(one -> one.topic().contains("/event/"))
                .findFirst()
                .orElseThrow();

        assertThat(json(again).path("id")).isEqualTo(json(first).path("id"));
        assertThat(json(again).path("seq")).isEqualTo(json(first).path("seq"));
        connect();
        assertThat(codes(drain())).isEmpty();
    }

    @Test
    void shouldKeepWhatItHadAcrossARestart() {
        event("A", 2);
        crank();
        stage.onClose();
        stage = newStage();
        event("B", 2);
        connect();

        List<Publication> all = drain();
        assertThat(codes(all)).containsExactly("B", "A");
        assertThat(all)
                .filteredOn(one -> one.topic().contains("/event/"))
                .extracting(one -> json(one).path("seq").asLong())
                .containsExactly(2L, 1L);
    }

    @Test
    void shouldAskForAnotherConnectionWhenNothingIsEverAcknowledged() {
        connect();
        crank();
        nowNs += 21_000_000_000L;
        stage.doWork(nowNs);

        assertThat(orders.poll()).isEqualTo(new MqttOrder.Reconnect(epoch, "nothing was acknowledged for 20 s"));
    }

    @Test
    void shouldTakeWhatTheBrokerRefusedAgainAfterAWhile() {
        connect();
        drain();
        event("A", 2);
        Publication refused = crank().get(0);
        events.offer(new MqttEvent.Refused(epoch, refused.ticket(), "quota"));
        assertThat(crank()).isEmpty();
        nowNs += 1_100_000_000L;

        assertThat(codes(crank())).containsExactly("A");
    }

    @Test
    void shouldPutACountOnRecordWhenTheLinkWasFull() {
        for (int i = 0; i < 300; i++) {
            event("E", 2);
        }
        assertThat(notes.refused()).isEqualTo(44);
        connect();
        List<Publication> all = drain();

        Publication gap = all.stream()
                .filter(one -> codes(List.of(one)).contains("GAP"))
                .findFirst()
                .orElseThrow();
        assertThat(json(gap).path("data").path("lost").asText()).isEqualTo("44 notes");
    }

    @Test
    void shouldRetainAnAlertAndTakeItAwayWhenItIsOver() {
        connect();
        drain();
        note(new Note.Alert("battery", true, 2, "BAT_CRIT", VehicleState.hover()));
        List<Publication> raised = drain();
        assertThat(raised).singleElement().satisfies(one -> {
            assertThat(one.topic()).isEqualTo(ROOT + "alert/battery");
            assertThat(one.retain()).isTrue();
        });

        connect();
        assertThat(drain()).anySatisfy(one -> {
            assertThat(one.topic()).isEqualTo(ROOT + "alert/battery");
            assertThat(one.payload()).isNotEmpty();
        });

        note(new Note.Alert("battery", false, 2, "BAT_CRIT", VehicleState.hover()));
        List<Publication> over = drain();
        assertThat(over).anySatisfy(one -> {
            assertThat(one.topic()).isEqualTo(ROOT + "alert/battery");
            assertThat(one.payload()).isEmpty();
            assertThat(one.retain()).isTrue();
        });
        assertThat(codes(over)).containsExactly("ALERT_OVER");
    }

    @Test
    void shouldNotRetainAnAlertThatIsOverBeforeItCouldBeSent() {
        note(new Note.Alert("gps", true, 4, "GPS_BAD", VehicleState.hover()));
        note(new Note.Alert("gps", false, 4, "GPS_BAD", VehicleState.hover()));
        connect();

        assertThat(drain())
                .filteredOn(one -> one.topic().equals(ROOT + "alert/gps") && one.payload().length > 0)
                .singleElement()
                .satisfies(one -> assertThat(one.retain()).isFalse());
    }

    @Test
    void shouldReportStatusOnChangeAndEveryFiveSecondsAndPositionEachSecond() {
        vehicle = VehicleState.hover();
        connect();
        drain();
        sent.clear();
        for (int i = 0; i < 110; i++) {
            crank().forEach(this::ack);
            nowNs += 100_000_000;
        }
        assertThat(sent).filteredOn(one -> one.topic().endsWith("/status")).hasSize(2);
        assertThat(sent).filteredOn(one -> one.topic().endsWith("/pos")).hasSizeBetween(10, 12);

        sent.clear();
        vehicle = vehicle.toBuilder().mode("RTL").build();
        drain();
        assertThat(sent).filteredOn(one -> one.topic().endsWith("/status")).hasSize(1);
    }

    @Test
    void shouldSendOnlyTheNewestStatusAfterAPause() {
        for (int i = 0; i < 50; i++) {
            vehicle = VehicleState.hover().toBuilder().batteryPct(60.0 - i).build();
            crank();
            nowNs += 1_000_000_000L;
        }
        connect();

        assertThat(drain())
                .filteredOn(one -> one.topic().endsWith("/status"))
                .singleElement()
                .satisfies(one -> assertThat(
                                json(one).path("data").path("battery_pct").asInt())
                        .isEqualTo(11));
    }

    @Test
    void shouldKeepARecordUntilTheGroundConfirmsItOnceAGroundIsKnown() {
        connect();
        ground("state", "{\"state\":\"online\"}");
        drain();
        event("A", 2);
        event("B", 2);
        drain();
        ground("ack/skylark-1", "{\"event\":1}");
        drain();

        connect();
        assertThat(codes(drain())).containsExactly("B");
        ground("ack/skylark-1", "{\"event\":2}");
        drain();
        connect();
        assertThat(codes(drain())).isEmpty();
    }

    @Test
    void shouldSendAgainWhatAnAbsentGroundMissed() {
        connect();
        ground("state", "{\"state\":\"offline\"}");
        drain();
        event("A", 2);
        assertThat(codes(drain())).containsExactly("A");
        ground("state", "{\"state\":\"online\"}");

        assertThat(codes(drain())).containsExactly("A");
    }

    @Test
    void shouldKeepWhatTheBrokerTookWhileNobodySubscribed() {
        connect();
        drain();
        event("A", 2);
        crank().forEach(publication ->
                events.offer(new MqttEvent.Acked(publication.epoch(), publication.ticket(), false)));
        assertThat(codes(drain())).as("not at once").isEmpty();

        ground("state", "{\"state\":\"online\"}");
        assertThat(codes(drain())).containsExactly("A");
    }

    @Test
    void shouldSendAgainWhatTheGroundDidNotConfirmForLong() {
        connect();
        ground("state", "{\"state\":\"online\"}");
        drain();
        event("A", 2);
        drain();
        nowNs += 36_000_000_000L;

        assertThat(codes(drain())).containsExactly("A");
    }
}
