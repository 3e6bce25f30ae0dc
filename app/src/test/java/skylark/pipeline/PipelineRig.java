package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import skylark.audio.hear.Arbiter;
import skylark.audio.hear.Completeness;
import skylark.audio.hear.Endpoint;
import skylark.audio.hear.EndpointRules;
import skylark.audio.hear.Hearing;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.OpenEar;
import skylark.audio.hear.Recogniser;
import skylark.audio.hear.SpeechDetector;
import skylark.audio.hear.SpeechGate;
import skylark.audio.voice.Loudspeaker;
import skylark.audio.voice.Synthesiser;
import skylark.config.Settings;
import skylark.dialog.Dialogue;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.gate.Gate;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.Reply;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.understand.Understander;
import skylark.stage.NanoClock;
import skylark.watchdog.Supervisor;
import skylark.watchdog.TurnDeadline;

/**
 * All stages on their threads, with ports of the test; time stands still unless the test moves it. Each stage comes by a
 * port of its own, where it can be made to fail.
 */
final class PipelineRig implements AutoCloseable {
    static final int CLIP = 5_000;
    static final int REPLY = 1_000;
    private static final String WORDS = "how much battery is left";
    /** Stages that work on what others send them. */
    private static final Set<String> BETWEEN =
            Set.of("hearing", "open-ear", "understanding", "tokenizer", "generator", "voice", "playback");

    private static final Pipeline.Timing TIMING = new Pipeline.Timing(300_000_000, 40_000_000, 1_000_000_000);

    final ManualClock clock = new ManualClock();
    final RecordingSource source;
    final TestLoudspeaker speaker = new TestLoudspeaker();
    final PacedLoudspeaker paced;
    final List<Long> commits = new CopyOnWriteArrayList<>();
    private final NanoClock time;
    /** Called in the middle of each stage's work, on its thread. */
    volatile Consumer<String> workload = stage -> {};

    private final boolean speculates;
    /** Of the list's words; when low, the open ear is asked, too. */
    private final double confidence;

    final List<TurnReport> reports = new CopyOnWriteArrayList<>();
    final List<Long> lost = new CopyOnWriteArrayList<>();
    final List<Long> nothingHeard = new CopyOnWriteArrayList<>();
    final List<TurnDeadline> late = new CopyOnWriteArrayList<>();
    final List<Spoken> announced = new CopyOnWriteArrayList<>();
    final List<Supervisor.Trip> trips = new CopyOnWriteArrayList<>();
    final List<Long> framesHeard = new CopyOnWriteArrayList<>();
    final CountDownLatch failing = new CountDownLatch(1);
    final CountDownLatch committed = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicReference<String> crashing = new AtomicReference<>("");
    private final AtomicReference<String> hanging = new AtomicReference<>("");
    final Pipeline pipeline;

    /** As fast as it goes; time is {@link #clock}. */
    PipelineRig() {
        source = new RecordingSource(false, 1.5);
        paced = new PacedLoudspeaker(clock);
        time = clock;
        speculates = true;
        confidence = 0.99;
        pipeline = new Pipeline(parts(), TIMING, clock);
    }

    /** Paced in somebody else's time; nothing is prepared before the commit. */
    PipelineRig(NanoClock time, Pipeline.Timing timing, Injection injection) {
        source = new RecordingSource(true, 1.5);
        paced = new PacedLoudspeaker(time);
        this.time = time;
        speculates = false;
        confidence = 0.9;
        pipeline = new Pipeline(parts(), timing, time, injection);
    }

    /** The next call of this stage's port throws. */
    void crash(String stage) {
        crashing.set(stage);
    }

    /** The next call of this stage's port returns only when the rig is closed, whatever anybody asks of it. */
    void hang(String stage) {
        hanging.set(stage);
    }

    void speak() {
        speak(40);
    }

    RecordingSource.Cue speak(int frames) {
        RecordingSource.Cue cue = new RecordingSource.Cue(speech(frames * SpeechDetector.FRAME_SAMPLES));
        source.play(cue);
        return cue;
    }

    /** No two frames are alike. */
    private static short[] speech(int samples) {
        short[] speech = new short[samples];
        for (int i = 0; i < samples; i++) {
            speech[i] = (short) (2_000 + i % 997);
        }
        return speech;
    }

    static void await(String what, BooleanSupplier happened) {
        poll(what, happened, () -> {});
    }

    /** Until every stage waits, so that no stage is charged with a jump of the clock. */
    void settle() {
        int[] quiet = {0};
        poll("the stages to settle", () -> (quiet[0] = atRest() ? quiet[0] + 1 : 0) > 10, () -> {});
    }

    private static boolean atRest() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> BETWEEN.contains(thread.getName()))
                .map(Thread::getState)
                .noneMatch(state -> state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED);
    }

    /** Lets time pass, slower than threads run, until it has happened. */
    void pass(String what, BooleanSupplier happened) {
        poll(what, happened, () -> clock.advanceMs(10));
    }

    private static void poll(String what, BooleanSupplier happened, Runnable between) {
        for (int i = 0; !happened.getAsBoolean(); i++) {
            assertThat(i).as("waiting for %s", what).isLessThan(10_000);
            between.run();
            LockSupport.parkNanos(3_000_000);
        }
    }

    @Override
    public void close() {
        release.countDown();
        pipeline.close();
    }

    private void at(String stage) {
        workload.accept(stage);
        if (crashing.compareAndSet(stage, "")) {
            failing.countDown();
            throw new IllegalStateException(stage + " fails as the test wants it");
        }
        if (hanging.compareAndSet(stage, "")) {
            failing.countDown();
            awaitRelease();
        }
    }

    private void awaitRelease() {
        boolean released = false;
        boolean interrupted = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                interrupted = true; // native code does not listen, and leaves the flag alone
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Pipeline.Parts parts() {
        return new Pipeline.Parts(
                new Microphone(),
                this::ear,
                () -> new OpenEar(new OneSentence("open-ear"), EndpointRules.DEFAULT),
                mind(),
                () -> request -> {
                    at("tokenizer");
                    return new long[] {1, 2, 3};
                },
                Author::new,
                Tone::new,
                () -> time == clock ? new Loud() : paced,
                Drafts.sound(CLIP, 320),
                trips::add);
    }

    private Hearing ear(Consumer<HearingEvent> events) {
        Endpoint endpoint = new Endpoint(EndpointRules.DEFAULT, words -> Completeness.COMPLETE);
        return new Hearing(new Energy(), SpeechGate.usual(), new OneSentence("hearing"), endpoint, event -> {
            framesHeard.add(event.frame());
            events.accept(event);
            if (event instanceof HearingEvent.SpeechCommit) {
                commits.add(time.nanoTime());
                committed.countDown();
            }
        });
    }

    private UnderstandingStage.Ports mind() {
        Gate gate = new Gate(Settings.defaults().safety(), -1);
        return new UnderstandingStage.Ports(
                new OneMeaning(),
                () -> new Dialogue(gate, Settings.defaults().safety(), "skylark", "plain", Double::toString),
                VehicleState::hover,
                (command, turn, nowNs) -> {},
                turn -> {},
                Authority.overScenes(),
                list -> !Arbiter.trusts(list),
                (list, open) -> list.text().isEmpty() ? open : list,
                (draft, now) -> draft.request().equals(now),
                3,
                speculates,
                new Listener());
    }

    private final class Listener implements TurnListener {
        @Override
        public void onTurn(TurnReport report) {
            reports.add(report);
        }

        @Override
        public void onNothingHeard(long turn) {
            nothingHeard.add(turn);
        }

        @Override
        public void onLost(long turn) {
            lost.add(turn);
        }

        @Override
        public void onLate(TurnDeadline deadline) {
            late.add(deadline);
        }

        @Override
        public void onAnnounced(Spoken spoken) {
            announced.add(spoken);
        }
    }

    private final class Microphone implements FrameSource {
        @Override
        public long nextFrameNs(long nowNs) {
            return source.nextFrameNs(nowNs);
        }

        @Override
        public void read(Frame frame, long nowNs) {
            at("capture");
            source.read(frame, nowNs);
        }

        @Override
        public boolean patient() {
            return source.patient();
        }
    }

    private final class Author implements ReplyAuthor {
        @Override
        public GeneratedReply write(ReplyRequest request, long[] promptIds, int priority, CancelFlag cancel) {
            at("generator");
            return Drafts.GENERATED;
        }

        @Override
        public Reply render(ReplyRequest newest, GeneratedReply generated) {
            return Drafts.spoken("Battery sixty two percent.");
        }
    }

    /** What is not silent is speech. */
    private static final class Energy implements SpeechDetector {
        @Override
        public float speechProbability(short[] samples, int offset) {
            return samples[offset] == 0 ? 0 : 1;
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    /** Hears the same words in any sound. */
    private final class OneSentence implements Recogniser {
        private final String stage;

        OneSentence(String stage) {
            this.stage = stage;
        }

        @Override
        public boolean accept(short[] samples, int length) {
            at(stage);
            return true;
        }

        @Override
        public String partial() {
            return WORDS;
        }

        @Override
        public Transcript finish() {
            return new Transcript(WORDS, confidence, 0, List.of());
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    private final class OneMeaning implements Understander {
        @Override
        public Understanding understand(String words) {
            at("understanding");
            return new Understanding(words, Intent.QUERY_BATTERY, Slots.NONE, 0.97, Understanding.Route.GRAMMAR);
        }

        @Override
        public Completeness completeness(String wordsSoFar) {
            return Completeness.COMPLETE;
        }
    }

    private final class Tone implements Synthesiser {
        @Override
        public int synthesise(String clause, double mostS, PcmSink sink) {
            at("voice");
            int samples = speculates ? 480 : 4_800;
            sink.accept(Drafts.sound(REPLY, samples), 0, samples);
            return samples;
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
    }

    private final class Loud implements Loudspeaker {
        @Override
        public void begin(String name) {
            at("playback");
            speaker.begin(name);
        }

        @Override
        public void write(short[] samples, int offset, int length) {
            speaker.write(samples, offset, length);
        }

        @Override
        public void flush() {
            speaker.flush();
        }

        @Override
        public void end() {
            speaker.end();
        }

        @Override
        public void close() {
            speaker.close();
        }
    }
}
