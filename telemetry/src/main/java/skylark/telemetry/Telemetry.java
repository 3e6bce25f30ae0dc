package skylark.telemetry;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import skylark.config.Settings;
import skylark.domain.Intent;
import skylark.domain.VehicleState;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.StageRunner;
import skylark.telemetry.journal.Envelopes;
import skylark.telemetry.journal.Identity;
import skylark.telemetry.journal.Note;
import skylark.telemetry.journal.Stamped;
import skylark.telemetry.journal.When;
import skylark.telemetry.mqtt.MqttEvent;
import skylark.telemetry.mqtt.MqttOptions;
import skylark.telemetry.mqtt.MqttOrder;
import skylark.telemetry.mqtt.MqttStage;
import skylark.telemetry.outbox.GroundStation;
import skylark.telemetry.outbox.OutboxFiles;
import skylark.telemetry.outbox.OutboxStage;

/**
 * Takes notes for the ground. {@link #offer} is for any thread and never blocks: a note goes onto a link of sixteen
 * thousand, from there to the disk, from there to the broker. Were the disk stuck for so long that the link is full, what
 * it cannot take is counted, and the count goes on record as soon as the disk is back.
 */
public final class Telemetry implements AutoCloseable {
    private static final int NOTES = 1 << 14;
    private static final int EVENTS = 256;
    private static final int ORDERS = 32;
    private static final int WILL_DELAY_S = 15;
    private static final long FAREWELL_NS = 2_000_000_000L;

    private final NanoClock clock;
    private final Link<Stamped> notes;
    private final OutboxFiles files;
    private final String broker;
    private final Path folder;
    private final StageRunner outbox;
    private final StageRunner mqtt;
    private volatile @Nullable OutboxStage stage;

    /**
     * Joins the parts; {@link #start} lets them run.
     *
     * @param vehicle the newest state for a moment, with its age
     * @param capabilities what the birth message says beside the intents, such as the version
     * @param diskFailed told, on the telemetry thread, when the status log cannot be kept on the disk any more
     * @throws skylark.domain.BadInputException when the data folder or a certificate cannot be used
     */
    public Telemetry(
            Settings settings,
            LongFunction<VehicleState> vehicle,
            Map<String, Object> capabilities,
            Consumer<String> diskFailed,
            NanoClock clock) {
        this.clock = clock;
        this.broker = settings.mqtt().url();
        this.folder = settings.data().dir();
        Identity identity = Identity.of(settings.mqtt().fleet(), settings.mqtt().drone());
        Doorbell outboxBell = new Doorbell();
        Doorbell mqttBell = new Doorbell();
        this.notes = new Link<>("telemetry-notes", NOTES, outboxBell);
        Link<MqttEvent> reports = new Link<>("mqtt-reports", EVENTS, outboxBell);
        Link<MqttOrder> orders = new Link<>("mqtt-orders", ORDERS, mqttBell);
        Link<MqttEvent> arrivals = new Link<>("mqtt-arrivals", EVENTS, mqttBell);
        long startNs = clock.nanoTime();
        MqttOptions options = options(settings.mqtt(), identity, startNs);
        this.files =
                OutboxFiles.in(settings.data().dir(), (long) settings.data().outboxMib() << 20);
        OutboxStage.Links links = new OutboxStage.Links(notes, reports, orders);
        this.outbox = new StageRunner(
                () -> remember(new OutboxStage(
                        links,
                        new Envelopes(identity, startNs),
                        files,
                        birth(capabilities),
                        vehicle,
                        System::currentTimeMillis,
                        clock.nanoTime(),
                        diskFailed)),
                outboxBell,
                clock);
        AtomicLong epochs = new AtomicLong();
        this.mqtt = new StageRunner(
                () -> new MqttStage(options, orders, arrivals, epochs, reports::offer), mqttBell, clock);
    }

    private OutboxStage remember(OutboxStage made) {
        stage = made;
        return made;
    }

    private static MqttOptions options(Settings.Mqtt mqtt, Identity identity, long startNs) {
        When now = new When(System.currentTimeMillis(), startNs);
        String lost = new Envelopes(identity, startNs)
                .other("state", 0, now, Map.of("state", "lost", "reason", "the broker heard no more of it"));
        MqttOptions.Will will = new MqttOptions.Will(identity.topic("state"), lost, WILL_DELAY_S);
        return MqttOptions.of(mqtt, identity.clientId(), will, GroundStation.topics(identity));
    }

    private static Map<String, Object> birth(Map<String, Object> capabilities) {
        Map<String, Object> all = new LinkedHashMap<>(capabilities);
        all.put("schema", 1);
        all.put("commands", false);
        all.put(
                "intents",
                Arrays.stream(Intent.values())
                        .filter(Intent::isCommand)
                        .map(Intent::wireName)
                        .toList());
        return all;
    }

    public void start() {
        outbox.start();
        mqtt.start();
    }

    /** For supervision. */
    public List<StageRunner> runners() {
        return List.of(outbox, mqtt);
    }

    /** Takes a note; false, and counted, when sixteen thousand are waiting already. Any thread; never blocks. */
    public boolean offer(Note note) {
        return notes.offer(new Stamped(note, new When(System.currentTimeMillis(), clock.nanoTime())));
    }

    /** Says goodbye, waits up to two seconds for what is still to be sent, and stops. What is left stays on the disk. */
    @Override
    public void close() {
        offer(new Note.Condition("disconnected", "end of the session"));
        long endNs = System.nanoTime() + FAREWELL_NS;
        do {
            LockSupport.parkNanos(20_000_000);
        } while (!isDrained() && System.nanoTime() < endNs);
        mqtt.close();
        outbox.close();
        files.close();
    }

    /** After {@link #close}: in one line, what the broker has not got; empty when it has all. */
    public Optional<String> leftBehind() {
        OutboxStage closed = stage;
        long count = closed == null ? 0 : closed.left();
        return count == 0
                ? Optional.empty()
                : Optional.of(count + (count == 1 ? " message has" : " messages have") + " not reached " + broker
                        + "; kept in " + folder + " for the next time");
    }

    private boolean isDrained() {
        OutboxStage running = stage;
        return running == null || notes.isEmpty() && running.isDrained();
    }
}
