package skylark.app;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.app.AnnouncerStage.Message;
import skylark.audio.pcm.WavReader;
import skylark.config.Settings;
import skylark.domain.TurnResult;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.metrics.Metrics;
import skylark.pipeline.Draft;
import skylark.pipeline.Pipeline;
import skylark.pipeline.Spoken;
import skylark.pipeline.Trace;
import skylark.pipeline.TurnListener;
import skylark.pipeline.TurnReport;
import skylark.replay.Recording;
import skylark.replay.ReplayRun;
import skylark.replay.TurnPlayer;
import skylark.replay.TurnRecord;
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

/**
 * A delivery with a talkative operator: simulated vehicle, announcer, telemetry and the whole voice pipeline, with the
 * mission's recordings for a microphone.
 */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final long SEED = 7;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(120);
    private static final long COURTESY_NS = TimeUnit.SECONDS.toNanos(5);
    /** What the announcer needs to notice what the line has been waiting for. */
    private static final long NOTICE_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LAST_WORDS_NS = TimeUnit.SECONDS.toNanos(4);

    private final VehicleConnection connection;
    private final VehicleLink vehicle;
    private final DemoFlight flight;
    private final Telemetry telemetry;
    private final CommandDesk desk;
    private final FieldHarness harness;
    private final Link<Message> toAnnouncer;
    private final Doorbell announcerBell = new Doorbell();
    private final AtomicInteger announcing = new AtomicInteger();
    private volatile boolean greeted;
    private volatile Consumer<Spoken> announced = spoken -> {};

    /** @param folder where the replies' WAV files go */
    public Demo(Settings settings, Path folder) {
        NanoClock clock = NanoClock.SYSTEM;
        connection = VehicleConnection.open(
                settings.vehicle().url(),
                settings.vehicle().signingKey(),
                SimulatorSettings.of(SEED, DeliveryFlight.mission()));
        vehicle = connection.link();
        Authority authority = Authority.overVehicle();
        flight = new DemoFlight(new AnnouncedLink(vehicle, authority, clock));
        toAnnouncer = AnnouncerStage.link(announcerBell);
        telemetry = new Telemetry(
                settings,
                vehicle::state,
                Map.of("version", "0.1.0"),
                detail -> toAnnouncer.offer(new Message.Troubled(detail)),
                clock);
        telemetry.start();
        desk = new CommandDesk(vehicle, authority, telemetry::offer, clock);
        vehicle.listen(desk);
        vehicle.listen(event -> toAnnouncer.offer(new Message.Happened(event)));
        FieldHarness.Options options =
                new FieldHarness.Options(true, folder, () -> vehicle.state(clock.nanoTime()), WavReader::read, false);
        harness = FieldHarness.start(settings, options, this::command, authority, listener());
        Pipeline pipeline = harness.skylark().pipeline();
        connection
                .workers()
                .forEach(worker -> pipeline.adopt(new StageRunner(worker.stage(), worker.doorbell(), clock)));
        pipeline.adopt(new StageRunner(() -> flight, new Doorbell(), clock));
        pipeline.adopt(FiguresStage.runner(this::measured, telemetry::offer));
        telemetry.offer(new Note.Condition("ready", "online"));
    }

    /**
     * Flies and talks the whole mission.
     *
     * @param recordings the mission's, by number
     * @return whether every turn went well
     */
    public boolean fly(List<Recording> recordings, ReplayRun run) {
        announced = spoken -> report(spoken, run);
        beginAnnouncing();
        List<Recording> lines = MissionScript.LINES.stream()
                .map(line -> recordings.get(line.recording()).withoutState())
                .toList();
        Iterator<MissionScript.Line> script = MissionScript.LINES.iterator();
        return run.run(lines, new TurnPlayer() {
            @Override
            public TurnRecord play(Recording recording, @Nullable Path replyWav) {
                await(script.next());
                TurnRecord turn = harness.player().play(recording, replyWav);
                if (!script.hasNext()) {
                    LockSupport.parkNanos(LAST_WORDS_NS);
                }
                return turn;
            }

            @Override
            public void close() {
                harness.player().close();
            }
        });
    }

    /** What it runs on, for whoever ends it early. */
    public FieldHarness harness() {
        return harness;
    }

    /** What was measured so far. Any thread. */
    public Metrics.Snapshot measured() {
        return harness.skylark().measured();
    }

    private void beginAnnouncing() {
        Pipeline pipeline = harness.skylark().pipeline();
        AnnouncerListener notes = notes();
        pipeline.adopt(new StageRunner(
                () -> new AnnouncerStage(
                        toAnnouncer, vehicle, this::talk, pipeline, announcing, new Announcer(notes, greeted)),
                announcerBell,
                NanoClock.SYSTEM));
    }

    /** Until the flight has come to where this line is said, and what is being announced has been. */
    private void await(MissionScript.Line line) {
        await(() -> line.when().test(vehicle.state(System.nanoTime()), flight.leg()), PATIENCE_NS);
        LockSupport.parkNanos(NOTICE_NS);
        await(() -> greeted && announcing.get() == 0, COURTESY_NS);
    }

    private static void await(BooleanSupplier happened, long patienceNs) {
        long endNs = System.nanoTime() + patienceNs;
        while (!happened.getAsBoolean() && System.nanoTime() < endNs) {
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    private static void report(Spoken spoken, ReplayRun run) {
        Draft.Text text = spoken.text();
        if (text != null && spoken.firstAudibleNs() != Trace.UNSET) {
            run.announced(spoken.draft().request().topic(), text.spoken());
        }
    }

    private void command(VehicleCommand command, long turn, long nowNs) {
        toAnnouncer.offer(new Message.Commanded(command));
        desk.send(command, turn, nowNs);
    }

    private TalkState talk() {
        return harness.skylark().pipeline().busy() ? AnnouncerStage.duringTurn() : TalkState.QUIET;
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
                telemetry.offer(new Note.Dialog(report.turn(), result, vehicle.state(System.nanoTime())));
                toAnnouncer.offer(new Message.Meant(result.intent(), result.slots()));
            }

            @Override
            public void onAnnounced(Spoken spoken) {
                toAnnouncer.offer(new Message.Ended(spoken));
                announced.accept(spoken);
                greeted = true;
            }
        };
    }

    private AnnouncerListener notes() {
        return new AnnouncerListener() {
            @Override
            public void onAnnouncement(Outcome outcome) {
                telemetry.offer(Notes.of(outcome));
            }

            @Override
            public void onAlert(String alert, Code code, boolean active, VehicleState state) {
                telemetry.offer(Notes.alert(alert, code, active, state));
            }
        };
    }

    @Override
    public void close() {
        harness.close();
        connection.close();
        telemetry.close();
        telemetry.leftBehind().ifPresent(LOG::warn);
    }
}
