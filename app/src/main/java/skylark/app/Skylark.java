package skylark.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.audio.hear.Arbiter;
import skylark.audio.hear.OpenEar;
import skylark.audio.voice.CachedSynthesiser;
import skylark.audio.voice.Loudspeaker;
import skylark.audio.voice.Synthesiser;
import skylark.config.Settings;
import skylark.dialog.Dialogue;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.gate.Gate;
import skylark.keep.Kept;
import skylark.keep.TalkFile;
import skylark.metrics.Metrics;
import skylark.metrics.TripEvent;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.reply.Speller;
import skylark.pipeline.CommandSink;
import skylark.pipeline.Draft;
import skylark.pipeline.Fault;
import skylark.pipeline.FrameSource;
import skylark.pipeline.Injection;
import skylark.pipeline.Pipeline;
import skylark.pipeline.ReplyAuthor;
import skylark.pipeline.TurnListener;
import skylark.pipeline.UnderstandingStage;
import skylark.stage.NanoClock;
import skylark.watchdog.Supervisor;

/**
 * The whole assistant, from microphone to loudspeaker. Read {@link #parts} to see what it is made of, and {@link
 * Pipeline} to see which thread runs what.
 */
public final class Skylark implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Skylark.class);
    /** What the fallback needs to start where threads wake at once. */
    private static final long FALLBACK_MARGIN_NS = 35_000_000;

    private static final String FALLBACK = "Stand by.";

    /**
     * Where sound and commands come from and go to.
     *
     * @param loudspeakers asked for another one when playback is restarted
     * @param authority who has the vehicle; outlives every stage
     */
    public record Ends(
            FrameSource microphone,
            Supplier<Loudspeaker> loudspeakers,
            Supplier<VehicleState> vehicle,
            CommandSink commands,
            Authority authority,
            TurnListener listener) {}

    private final Settings settings;
    private final Models models;
    private final Ears ears;
    private final Ends ends;
    private final Gate gate;
    private final Metrics metrics = new Metrics();
    private final CachedSynthesiser firstVoice;
    private final Pipeline pipeline;
    private @Nullable TalkFile keptTalk;
    private boolean voiceTaken;
    private boolean writerTaken;

    private Skylark(Settings settings, Models models, Ends ends, Injection injection) {
        this.settings = settings;
        this.models = models;
        this.ears = new Ears(models, settings.endpoint());
        this.ends = ends;
        this.gate = new Gate(settings.safety(), settings.vehicle().lightRelay());
        this.firstVoice = models.openVoice();
        this.pipeline = new Pipeline(parts(), timing(), NanoClock.SYSTEM, injection);
        pipeline.cycles().forEach((stage, cycles) -> metrics.show("cycle." + stage, cycles));
        metrics.show("watchdog.lateness", pipeline.watchdogLateness());
        injection.onBegin(this::onInjected);
    }

    /**
     * Loads the models, warms every one of them up, and starts all threads.
     *
     * @throws skylark.domain.BadInputException in one line when a model is missing or broken
     */
    public static Skylark start(Settings settings, Ends ends) {
        return start(settings, ends, Injection.NONE);
    }

    /** @param injection what one of its stages is to suffer from, and when */
    static Skylark start(Settings settings, Ends ends, Injection injection) {
        Skylark skylark = new Skylark(settings, Models.load(settings), ends, injection);
        new WarmUp(skylark.models, skylark.firstVoice).run();
        System.gc(); // half of the heap is what loading left behind, and the first turns need not carry it about
        skylark.pipeline.start();
        return skylark;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    public Metrics metrics() {
        return metrics;
    }

    /**
     * Lets a keeper look after this process: the heart beats, the talk's state is kept on disk, and where only a new
     * process helps it is asked for. Goes on with what the process before left. Call it once, after the start.
     *
     * @param warnings told in one line of a state that is no use
     */
    public void keptBy(Kept kept, Consumer<String> warnings) {
        TalkFile file = new TalkFile(settings.data().dir(), Clock.systemUTC());
        kept.lookAfter(pipeline, file, warnings);
        keptTalk = file;
    }

    /** What was measured so far, with what full links refused and what each stage's thread cost. Any thread. */
    public Metrics.Snapshot measured() {
        Metrics.Snapshot own = metrics.snapshot();
        Map<String, Long> counters = new TreeMap<>(own.counters());
        pipeline.refused().forEach((link, count) -> counters.put("refused." + link, count));
        pipeline.shed().forEach((link, count) -> counters.put("shed." + link, count));
        counters.putAll(ThreadCosts.ofThreads(pipeline.cycles().keySet()));
        return new Metrics.Snapshot(own.latencies(), counters, own.incidents());
    }

    @Override
    public void close() {
        pipeline.close();
        if (keptTalk != null) {
            keptTalk.delete(); // it ended as it was meant to
        }
        models.close();
    }

    private Pipeline.Parts parts() {
        return new Pipeline.Parts(
                ends.microphone(),
                events -> ears.open(ears.rules(), events),
                () -> new OpenEar(models.vosk.open(), ears.rules()),
                mind(),
                () -> request -> models.writer.encode(models.writer.prompt(request)),
                this::author,
                this::voice,
                ends.loudspeakers(),
                firstVoice.clip(FALLBACK),
                this::onTrip);
    }

    private Pipeline.Timing timing() {
        long deadlineNs = settings.watchdog().deadlineMs() * 1_000_000L;
        return new Pipeline.Timing(
                deadlineNs, FALLBACK_MARGIN_NS, settings.watchdog().stallMs() * 1_000_000L);
    }

    private UnderstandingStage.Ports mind() {
        return new UnderstandingStage.Ports(
                models.understander,
                this::newDialogue,
                ends.vehicle(),
                ends.commands(),
                this::hold,
                ends.authority(),
                list -> !Arbiter.trusts(list),
                Arbiter::choose,
                this::stillSays,
                settings.safety().criticalSnrDb(),
                settings.speech().speculate(),
                new TurnMeter(metrics, ends.listener()));
    }

    /** Any thread: a stop waits for no stage. */
    private void hold(long turn) {
        metrics.counter("stops").increment();
        ends.commands().send(gate.hold(ends.vehicle().get()), turn, System.nanoTime());
    }

    private Dialogue newDialogue() {
        Speller speller = new Speller(SpeechProfile.PLAIN);
        return new Dialogue(
                gate,
                settings.safety(),
                settings.audio().callsign(),
                settings.speech().register(),
                speller::number);
    }

    /** Whether the words made ahead of time are still the ones to say, with the values of this moment. */
    private boolean stillSays(Draft draft, ReplyRequest now) {
        if (!models.writer.prompt(draft.request()).equals(models.writer.prompt(now))) {
            return false;
        }
        Draft.Text text = draft.text();
        return text == null
                || models.writer.render(now, text.generated()).text().equals(text.spoken());
    }

    /** The first one is shared with the tokenizer; one that replaces a stuck generator has a session of its own. */
    private ReplyAuthor author() {
        // A stuck one keeps its sessions; the larger model is done without then.
        ReplyWriter writer = writerTaken ? models.openWriter() : models.writer;
        ReplyWriter large = writerTaken ? null : models.large;
        writerTaken = true;
        return new Author(writer, large, new ModelChoice(new MachineLoad()), metrics);
    }

    private Synthesiser voice() {
        Synthesiser voice = voiceTaken ? models.openVoice() : firstVoice;
        voiceTaken = true;
        return voice;
    }

    private void onInjected(Fault fault) {
        metrics.add(
                new Metrics.Incident(Instant.now(), fault.stage(), Metrics.INJECTED, fault + ", as asked for", false));
    }

    private void onTrip(Supervisor.Trip trip) {
        LOG.error(
                "stage {} {}: {}{}",
                trip.stage(),
                trip.kind().name().toLowerCase(Locale.ROOT),
                trip.detail(),
                trip.restarted() ? "; restarted" : "");
        metrics.counter("trips").increment();
        String kind = trip.kind().name().toLowerCase(Locale.ROOT);
        metrics.counter("trips." + trip.stage() + "." + kind).increment();
        metrics.add(new Metrics.Incident(Instant.now(), trip.stage(), kind, trip.detail(), trip.restarted()));
        TripEvent event = new TripEvent();
        event.stage = trip.stage();
        event.kind = trip.kind().name();
        event.detail = trip.detail();
        event.commit();
    }

    /** The phrases that are said so often that their sound is kept from the start. */
    static List<String> closedPhrases() {
        return List.of(FALLBACK, "Holding.", "Say again.", "Roger.", "Unable.", "Cancelled.", "Online.");
    }
}
