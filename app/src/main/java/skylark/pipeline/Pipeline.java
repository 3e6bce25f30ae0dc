package skylark.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.Hearing;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.OpenEar;
import skylark.audio.hear.SpeechDetector;
import skylark.audio.voice.Loudspeaker;
import skylark.audio.voice.Synthesiser;
import skylark.dialog.Remembered;
import skylark.metrics.LatencyHistogram;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.stage.Doorbell;
import skylark.stage.Intake;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;
import skylark.stage.StageRunner;
import skylark.watchdog.Doings;
import skylark.watchdog.Limits;
import skylark.watchdog.Supervisor;
import skylark.watchdog.TurnDeadline;
import skylark.watchdog.WatchdogStage;

/** All stages on their threads, from capture to playback, under the watchdog. This is where it says what runs on what. */
public final class Pipeline implements AutoCloseable {

    /** What the stages are made of. Suppliers are asked again when a stage is restarted. */
    public record Parts(
            FrameSource source,
            Function<Consumer<HearingEvent>, Hearing> ear,
            Supplier<OpenEar> openEar,
            UnderstandingStage.Ports mind,
            Supplier<TokenizerStage.PromptEncoder> encoder,
            Supplier<ReplyAuthor> author,
            Supplier<Synthesiser> voice,
            Supplier<Loudspeaker> loudspeaker,
            short[] fallbackClip,
            Consumer<Supervisor.Trip> trips) {}

    /**
     * @param deadlineNs from commit to the first sound
     * @param marginNs what the fallback needs to start where threads wake at once
     * @param stallNs a stage busy for longer with one message is restarted
     */
    public record Timing(long deadlineNs, long marginNs, long stallNs) {
        /** The watchdog's thread and the loudspeaker's, one after the other. */
        private static final int WAKES = 2;

        /**
         * When the fallback is told to sound, counted from the commit.
         *
         * @param latenessNs by which threads wake too late just now
         */
        long fallbackAfterNs(long latenessNs) {
            return Math.max(deadlineNs / 3, deadlineNs - marginNs - WAKES * latenessNs);
        }
    }

    private static final long FRAME_NS = SpeechDetector.FRAME_SAMPLES * 1_000_000_000L / 16_000;
    /** Disks and networks may be slower than any stage of the talk. */
    private static final long ADOPTED_STALL_NS = 2_000_000_000L;

    private final Links links;
    private final Customs customs;
    private final Injection injection;
    private final FaultyPorts ports;
    private final Map<String, Doings> doings = new LinkedHashMap<>();
    private final List<StageRunner> runners = new ArrayList<>();
    private final Supervisor supervisor;
    private final WatchdogStage watchdog;
    private final StageRunner watchdogRunner;
    private final NanoClock clock;
    private final Timing timing;
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong turns = new AtomicLong();
    private final StopLine stops;
    private final AtomicLong announcements = new AtomicLong();
    private final Collection<Playing> unfinished = new ConcurrentLinkedQueue<>();
    private volatile @Nullable UnderstandingStage understanding;

    public Pipeline(Parts parts, Timing timing, NanoClock clock) {
        this(parts, timing, clock, Injection.NONE);
    }

    /** @param injection what one of the stages is to suffer from, and when */
    public Pipeline(Parts parts, Timing timing, NanoClock clock, Injection injection) {
        this.clock = clock;
        this.timing = timing;
        this.injection = injection;
        this.ports = new FaultyPorts(injection);
        this.customs = new Customs(frames, turns, parts.source().noisy());
        this.stops = new StopLine(parts.mind().hold());
        this.links = new Links(customs, injection, clock);
        this.supervisor = new Supervisor(parts.trips());
        Doorbell watchdogBell = new Doorbell(clock);
        TurnListener listener = parts.mind().listener();
        this.watchdog = new WatchdogStage(watchdogBell, deadline -> onLate(deadline, listener), supervisor);
        this.watchdogRunner = new StageRunner(() -> watchdog, watchdogBell, clock);
        addDoings(parts.source());
        addStages(parts);
    }

    private boolean onLate(TurnDeadline deadline, TurnListener listener) {
        if (!links.playback.offer(new PlaybackMessage.Fallback(deadline))) {
            return false;
        }
        listener.onLate(deadline);
        return true;
    }

    /** Where it shows what each stage does. */
    private void addDoings(FrameSource source) {
        Intake sound = CaptureStage.intake(source, frames);
        LongSupplier due = () -> source.patient() ? frames.get() : clock.nanoTime() / FRAME_NS;
        doings.put("capture", new Doings(sound, due, links.framesOfCapture::sent, customs.of("capture")));
        put("hearing", links.frames, () -> links.openEarOfHearing.sent() + links.mindOfHearing.sent());
        put("open-ear", links.openEar, links.mindOfOpenEar::sent);
        put("understanding", links.understanding, () -> links.draftsOfMind.sent() + links.playbackOfMind.sent());
        put("tokenizer", links.tokenizer, links.draftsOfTokenizer::sent);
        put("generator", links.generator, links.clausesOfGenerator::sent);
        put("voice", links.voice, () -> 0);
        put("playback", links.playback, links.mindOfPlayback::sent);
    }

    private void put(String stage, Intake intake, LongSupplier sent) {
        doings.put(stage, Doings.of(intake, sent, customs.of(stage)));
    }

    private void addStages(Parts parts) {
        FrameSource source = ports.source(parts.source());
        add(source.doorbell(clock), () -> new CaptureStage(source, links.framesOfCapture, links.openEar, frames));
        add(
                links.hearingBell,
                () -> new HearingStage(
                        links.frames,
                        parts.ear(),
                        links.openEarOfHearing,
                        links.mindOfHearing,
                        watchdog,
                        () -> timing.fallbackAfterNs(watchdog.recentLatenessNs()),
                        turns,
                        stops,
                        clock));
        add(
                links.openEarBell,
                () -> new OpenEarStage(links.openEar, parts.openEar().get(), links.mindOfOpenEar));
        add(links.understandingBell, () -> mind(ports.mind(parts.mind())));
        add(
                links.tokenizerBell,
                () -> new TokenizerStage(
                        links.tokenizer, ports.encoder(parts.encoder().get()), links.draftsOfTokenizer, clock));
        add(
                links.generatorBell,
                () -> new GeneratorStage(
                        links.generator, ports.author(parts.author().get()), links.clausesOfGenerator, clock));
        add(
                links.voiceBell,
                () -> new VoiceStage(
                        links.voice, ports.voice(parts.voice().get()), links.playbackBell, customs.of("voice"), clock));
        Supplier<Loudspeaker> loudspeakers = ports.loudspeaker(parts.loudspeaker());
        add(
                links.playbackBell,
                () -> new PlaybackStage(
                        links.playback,
                        loudspeakers.get(),
                        parts.fallbackClip(),
                        links.mindOfPlayback,
                        unfinished,
                        new PlaybackStage.Accused(customs.of("voice"), customs.of("playback")),
                        clock));
    }

    private UnderstandingStage mind(UnderstandingStage.Ports needs) {
        UnderstandingStage last = understanding;
        @Nullable Remembered before = last == null ? null : last.remembered();
        UnderstandingStage stage = new UnderstandingStage(
                links.understanding, links.draftsOfMind, links.playbackOfMind, needs, before, stops, clock);
        understanding = stage;
        return stage;
    }

    private void add(Doorbell doorbell, Supplier<? extends Stage> stage) {
        runners.add(new StageRunner(() -> around(stage.get()), doorbell, clock));
    }

    private Stage around(Stage stage) {
        return injection.around(
                stage, Objects.requireNonNull(doings.get(stage.roleName())).intake());
    }

    /** Starts every thread, the loudspeaker's first and the microphone's last, then the watchdog. */
    public void start() {
        for (int i = runners.size() - 1; i >= 0; i--) {
            StageRunner runner = runners.get(i);
            runner.start();
            Limits limits = StageLimits.of(runner.roleName(), timing.stallNs());
            Doings doing = Objects.requireNonNull(doings.get(runner.roleName()));
            supervisor.watch(runner, limits, doing, clock.nanoTime());
        }
        watchdogRunner.start();
    }

    /**
     * Says something that nobody asked for.
     *
     * @param priority 0 to 4
     * @return what its end will be reported of
     */
    public Draft announce(ReplyRequest request, int priority) {
        Draft draft = new Draft(announcements.incrementAndGet(), 0, "", request, priority);
        links.tokenizer.offer(draft);
        links.playback.offer(new PlaybackMessage.Open(draft, null));
        return draft;
    }

    /** Starts a further stage under the watchdog, and ends it with the others. Call it from the thread that closes. */
    public void adopt(StageRunner runner) {
        runner.start();
        runners.add(runner);
        supervisor.watch(runner, Math.max(ADOPTED_STALL_NS, timing.stallNs()), true, clock.nanoTime());
    }

    /** What a process that follows this one needs to go on. Any thread. */
    public Talk talk() {
        Remembered remembered = Objects.requireNonNull(understanding).remembered();
        List<Talk.Undelivered> undelivered = new ArrayList<>();
        for (Playing playing : unfinished) {
            Draft draft = playing.draft;
            if (draft != null && draft.request().act() == Act.ANNOUNCE) {
                undelivered.add(new Talk.Undelivered(draft.request(), draft.priority()));
            }
        }
        return new Talk(turns.get(), announcements.get(), remembered, undelivered);
    }

    /** Goes on where another process was. After {@link #start}, before the first turn. */
    public void resume(Talk before) {
        turns.addAndGet(before.turns());
        announcements.addAndGet(before.announcements());
        links.understanding.offer(new MindMessage.Recall(before.remembered()));
        before.undelivered().forEach(left -> announce(left.request(), left.priority()));
    }

    /** What the watchdog does at every look, 20 times a second, on its thread; it must not block. */
    public void eachLook(Runnable task) {
        watchdog.eachLook(task);
    }

    /** The next turn belongs to another conversation. */
    public void newConversation() {
        links.understanding.offer(new MindMessage.NewConversation());
    }

    /** Whether sound is still to be heard, or a turn is under way. */
    public boolean busy() {
        UnderstandingStage stage = understanding;
        return !links.frames.isEmpty() || !links.understanding.isEmpty() || (stage != null && stage.busy());
    }

    /** How often a full link refused, by link. */
    public Map<String, Long> refused() {
        Map<String, Long> counts = new TreeMap<>();
        for (Link<?> link : links.all()) {
            counts.put(link.name(), link.refused());
        }
        return counts;
    }

    /** How many messages were repetitions or untrue, by link. */
    public Map<String, Long> shed() {
        Map<String, Long> counts = new TreeMap<>();
        for (Link<?> link : links.all()) {
            counts.put(link.name(), link.shed());
        }
        return counts;
    }

    /** Stage by stage: how long the duty cycles took that did something. */
    public Map<String, LatencyHistogram> cycles() {
        Map<String, LatencyHistogram> cycles = new TreeMap<>();
        runners.forEach(runner -> cycles.put(runner.roleName(), runner.cycles()));
        return cycles;
    }

    /** By how much the watchdog itself woke late. */
    public LatencyHistogram watchdogLateness() {
        return watchdog.lateness();
    }

    /** The stage whose threads are stuck for good, so that only a new process helps; null when there is none. */
    public @Nullable String hopeless() {
        return watchdog.hopeless();
    }

    /** Ends every thread, the watchdog first, so that nothing is restarted. */
    @Override
    public void close() {
        injection.release();
        watchdogRunner.close();
        runners.forEach(StageRunner::close);
    }
}
