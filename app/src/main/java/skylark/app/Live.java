package skylark.app;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.app.AnnouncerStage.Message;
import skylark.audio.device.DeviceChange;
import skylark.audio.device.Direction;
import skylark.audio.device.LiveSound;
import skylark.audio.device.SoundSystem;
import skylark.config.Settings;
import skylark.domain.TurnResult;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.keep.Kept;
import skylark.metrics.Metrics;
import skylark.pipeline.Draft;
import skylark.pipeline.LastWord;
import skylark.pipeline.LiveSource;
import skylark.pipeline.Pipeline;
import skylark.pipeline.Spoken;
import skylark.pipeline.Trace;
import skylark.pipeline.TurnListener;
import skylark.pipeline.TurnReport;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.StageRunner;
import skylark.telemetry.Telemetry;
import skylark.telemetry.announce.Announcer;
import skylark.telemetry.announce.AnnouncerListener;
import skylark.telemetry.announce.Code;
import skylark.telemetry.announce.TalkState;
import skylark.telemetry.journal.Note;
import skylark.telemetry.journal.Notes;
import skylark.telemetry.mavlink.VehicleConnection;
import skylark.telemetry.vehicle.DeliveryFlight;
import skylark.telemetry.vehicle.SimulatorSettings;
import skylark.telemetry.vehicle.VehicleLink;

/** The assistant on a live microphone and loudspeaker, with the simulated vehicle, until it is closed. */
public final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final long SEED = 7;

    private final Consumer<LiveEvent> events;
    private final VehicleConnection connection;
    private final VehicleLink vehicle;
    private final Optional<Telemetry> telemetry;
    private final CommandDesk desk;
    private final LiveSound sound;
    private final Skylark skylark;
    private final LiveTurns turns;
    private final Doorbell announcerBell = new Doorbell();
    private final Link<Message> toAnnouncer = AnnouncerStage.link(announcerBell);
    private final AtomicInteger announcing = new AtomicInteger();
    /** Belongs to the sound watch's thread. */
    private final Set<Direction> inTrouble = EnumSet.noneOf(Direction.class);

    private volatile boolean greeted;

    /**
     * Loads everything and starts every thread.
     *
     * @param kept who looks after this process, if anybody does
     * @param events takes what the operator is to see, on several threads; must not block
     * @throws skylark.domain.BadInputException when a model is missing, or the data folder cannot be used
     */
    public Live(
            Settings settings,
            SoundSystem system,
            LiveSound.Names names,
            Optional<Kept> kept,
            Consumer<LiveEvent> events) {
        this.events = events;
        NanoClock clock = NanoClock.SYSTEM;
        connection = VehicleConnection.open(
                settings.vehicle().url(),
                settings.vehicle().signingKey(),
                SimulatorSettings.of(SEED, DeliveryFlight.mission()));
        vehicle = connection.link();
        vehicle.listen(event -> toAnnouncer.offer(new Message.Happened(event)));
        telemetry = telemetry(settings, clock);
        telemetry.ifPresent(Telemetry::start);
        Authority authority = Authority.overVehicle();
        desk = new CommandDesk(vehicle, authority, this::tell, clock);
        vehicle.listen(desk);
        Doorbell heardBell = new Doorbell();
        LastWord lastWord = new LastWord();
        sound = new LiveSound(system, names, heardBell, this::onDevice, clock);
        turns = new LiveTurns(
                lastWord, sound::playbackLatencyNs, settings.speech().speculate(), clock.nanoTime());
        skylark = Skylark.start(
                settings,
                new Skylark.Ends(
                        new LiveSource(sound.heard(), heardBell, lastWord),
                        sound::newLoudspeaker,
                        () -> vehicle.state(clock.nanoTime()),
                        this::command,
                        authority,
                        listener()));
        kept.ifPresent(keeper -> skylark.keptBy(keeper, LOG::warn));
        sound.start();
        Pipeline pipeline = skylark.pipeline();
        pipeline.adopt(sound.watch());
        connection
                .workers()
                .forEach(worker -> pipeline.adopt(new StageRunner(worker.stage(), worker.doorbell(), clock)));
        telemetry.ifPresent(ground -> pipeline.adopt(FiguresStage.runner(this::measured, ground::offer)));
        pipeline.adopt(new StageRunner(() -> announcer(pipeline), announcerBell, clock));
        tell(new Note.Condition("ready", "online"));
    }

    private Optional<Telemetry> telemetry(Settings settings, NanoClock clock) {
        if (!settings.mqtt().isSet()) {
            return Optional.empty();
        }
        return Optional.of(new Telemetry(
                settings,
                vehicle::state,
                Map.of("version", "0.1.0"),
                detail -> toAnnouncer.offer(new Message.Troubled(detail)),
                clock));
    }

    private AnnouncerStage announcer(Pipeline pipeline) {
        return new AnnouncerStage(
                toAnnouncer, vehicle, this::talk, pipeline, announcing, new Announcer(notes(), greeted));
    }

    /** What was measured so far, with what live sound lost. Any thread. */
    public Metrics.Snapshot measured() {
        Metrics.Snapshot own = skylark.measured();
        Map<String, Long> counters = new TreeMap<>(own.counters());
        counters.putAll(sound.counters());
        return new Metrics.Snapshot(own.latencies(), counters, own.incidents());
    }

    private void tell(Note note) {
        telemetry.ifPresent(ground -> ground.offer(note));
    }

    private void onDevice(DeviceChange change) {
        events.accept(new LiveEvent.DeviceChanged(change));
        toAnnouncer.offer(new Message.Troubled(change.spoken()));
        if (change.isTrouble()) {
            inTrouble.add(change.direction());
        } else {
            inTrouble.remove(change.direction());
        }
        tell(new Note.Condition(inTrouble.isEmpty() ? "ready" : "degraded", change.spoken()));
    }

    private void command(VehicleCommand command, long turn, long nowNs) {
        toAnnouncer.offer(new Message.Commanded(command));
        desk.send(command, turn, nowNs);
    }

    private TalkState talk() {
        return skylark.pipeline().busy() ? AnnouncerStage.duringTurn() : TalkState.QUIET;
    }

    private TurnListener listener() {
        return new TurnListener() {
            @Override
            public void onCutOff(long turn) {
                toAnnouncer.offer(new Message.Troubled("sentence too long"));
            }

            @Override
            public void onTurn(TurnReport report) {
                TurnResult result = report.result();
                tell(new Note.Dialog(report.turn(), result, vehicle.state(System.nanoTime())));
                toAnnouncer.offer(new Message.Meant(result.intent(), result.slots()));
                events.accept(new LiveEvent.TurnEnded(turns.of(report)));
            }

            @Override
            public void onAnnounced(Spoken spoken) {
                toAnnouncer.offer(new Message.Ended(spoken));
                greeted = true;
                Draft.Text text = spoken.text();
                if (text != null && spoken.firstAudibleNs() != Trace.UNSET) {
                    events.accept(
                            new LiveEvent.Announced(spoken.draft().request().topic(), text.spoken()));
                }
            }
        };
    }

    private AnnouncerListener notes() {
        return new AnnouncerListener() {
            @Override
            public void onAnnouncement(Outcome outcome) {
                tell(Notes.of(outcome));
            }

            @Override
            public void onAlert(String alert, Code code, boolean active, VehicleState state) {
                tell(Notes.alert(alert, code, active, state));
            }
        };
    }

    /** Ends every thread, the ground's last, with two seconds for what is still to be sent. */
    @Override
    public void close() {
        skylark.close();
        sound.close();
        connection.close();
        telemetry.ifPresent(Telemetry::close);
    }

    /** After {@link #close}: in one line, what the ground has not got; empty when it has all. */
    public Optional<String> leftBehind() {
        return telemetry.flatMap(Telemetry::leftBehind);
    }
}
