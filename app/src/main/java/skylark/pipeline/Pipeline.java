package skylark.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.Hearing;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.OpenEar;
import skylark.audio.voice.Loudspeaker;
import skylark.audio.voice.Synthesiser;
import skylark.metrics.LatencyHistogram;
import skylark.nlg.reply.ReplyRequest;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;
import skylark.stage.StageRunner;
import skylark.watchdog.Supervisor;
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

    private final Links links = new Links();
    private final List<StageRunner> runners = new ArrayList<>();
    private final Supervisor supervisor;
    private final WatchdogStage watchdog;
    private final StageRunner watchdogRunner;
    private final NanoClock clock;
    private final Timing timing;
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong turns = new AtomicLong();
    private final AtomicLong announcements = new AtomicLong();
    private final Collection<Playing> unfinished = new ConcurrentLinkedQueue<>();
    private volatile @Nullable UnderstandingStage understanding;

    public Pipeline(Parts parts, Timing timing, NanoClock clock) {
        this.clock = clock;
        this.timing = timing;
        this.supervisor = new Supervisor(parts.trips());
        Doorbell watchdogBell = new Doorbell();
        this.watchdog = new WatchdogStage(
                watchdogBell, deadline -> links.playback.offer(new PlaybackMessage.Fallback(deadline)), supervisor);
        this.watchdogRunner = new StageRunner(() -> watchdog, watchdogBell, clock);
        addStages(parts);
    }

    private void addStages(Parts parts) {
        add(parts.source().doorbell(), () -> new CaptureStage(parts.source(), links.frames, links.openEar, frames));
        add(
                links.hearingBell,
                () -> new HearingStage(
                        links.frames,
                        parts.ear(),
                        links.openEar,
                        links.understanding,
                        watchdog,
                        () -> timing.fallbackAfterNs(watchdog.recentLatenessNs()),
                        turns,
                        clock));
        add(
                links.openEarBell,
                () -> new OpenEarStage(links.openEar, parts.openEar().get(), links.understanding));
        add(links.understandingBell, () -> mind(parts.mind()));
        add(
                links.tokenizerBell,
                () -> new TokenizerStage(links.tokenizer, parts.encoder().get(), links.generator, clock));
        add(
                links.generatorBell,
                () -> new GeneratorStage(links.generator, parts.author().get(), links.voice, clock));
        add(links.voiceBell, () -> new VoiceStage(links.voice, parts.voice().get(), links.playbackBell, clock));
        add(
                links.playbackBell,
                () -> new PlaybackStage(
                        links.playback,
                        parts.loudspeaker().get(),
                        parts.fallbackClip(),
                        links.understanding,
                        unfinished,
                        clock));
    }

    private UnderstandingStage mind(UnderstandingStage.Ports ports) {
        UnderstandingStage stage =
                new UnderstandingStage(links.understanding, links.tokenizer, links.playback, ports, clock);
        understanding = stage;
        return stage;
    }

    private void add(Doorbell doorbell, Supplier<? extends Stage> stage) {
        runners.add(new StageRunner(stage, doorbell, clock));
    }

    /** Starts every thread, the loudspeaker's first and the microphone's last, then the watchdog. */
    public void start() {
        for (int i = runners.size() - 1; i >= 0; i--) {
            runners.get(i).start();
            supervisor.watch(runners.get(i), timing.stallNs(), true, clock.nanoTime());
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
        supervisor.watch(runner, timing.stallNs(), true, clock.nanoTime());
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

    /** Stage by stage: how long the duty cycles took that did something. */
    public Map<String, LatencyHistogram> cycles() {
        Map<String, LatencyHistogram> cycles = new TreeMap<>();
        runners.forEach(runner -> cycles.put(runner.roleName(), runner.cycles()));
        return cycles;
    }

    /** By how much the watchdog itself was late at worst, in nanoseconds. */
    public long watchdogLatenessNs() {
        return watchdog.worstLatenessNs();
    }

    /** Ends every thread, the watchdog first, so that nothing is restarted. */
    @Override
    public void close() {
        watchdogRunner.close();
        runners.forEach(StageRunner::close);
    }
}
