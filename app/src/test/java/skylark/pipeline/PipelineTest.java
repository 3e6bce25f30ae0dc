package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skylark.audio.hear.Completeness;
import skylark.audio.hear.Endpoint;
import skylark.audio.hear.EndpointRules;
import skylark.audio.hear.Hearing;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.OpenEar;
import skylark.audio.hear.Recogniser;
import skylark.audio.hear.SpeechDetector;
import skylark.audio.voice.Synthesiser;
import skylark.config.Settings;
import skylark.dialog.Dialogue;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleState;
import skylark.gate.Gate;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.Reply;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.understand.Understander;
import skylark.watchdog.Supervisor;

/** All stages on their threads, with ports of the test; time stands still unless the test moves it. */
class PipelineTest {
    private static final int CLIP = 5_000;
    private static final int REPLY = 1_000;
    private static final String WORDS = "how much battery is left";
    private static final Pipeline.Timing TIMING = new Pipeline.Timing(300_000_000, 40_000_000, 1_000_000_000);

    private final ManualClock clock = new ManualClock();
    private final RecordingSource source = new RecordingSource(false, 1.5);
    private final TestLoudspeaker speaker = new TestLoudspeaker();
    private final List<TurnReport> reports = new CopyOnWriteArrayList<>();
    private final List<Spoken> announced = new CopyOnWriteArrayList<>();
    private final List<Supervisor.Trip> trips = new CopyOnWriteArrayList<>();
    private final AtomicBoolean hangs = new AtomicBoolean();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch committed = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Pipeline pipeline = new Pipeline(parts(), TIMING, clock);

    @BeforeEach
    void start() {
        pipeline.start();
    }

    @AfterEach
    void close() {
        release.countDown();
        pipeline.close();
    }

    @Test
    void shouldAnswerATurn() {
        speak();
        await("the report", () -> reports.size() == 1);
        TurnReport report = reports.get(0);
        assertThat(report.result().reply()).isEqualTo("Battery sixty two percent.");
        assertThat(report.result().source()).isEqualTo(ReplySource.GENERATED);
        assertThat(report.fallback()).isFalse();
        assertThat(speaker.heard).containsOnly(REPLY);
        assertThat(speaker.calls).containsExactly("begin turn-1", "end");
        assertThat(trips).isEmpty();
        assertThat(pipeline.refused().values()).containsOnly(0L);
    }

    @Test
    void shouldFallBackAndRestartAGeneratorThatHangsAndAnswerTheNextTurn() throws Exception {
        hangs.set(true);
        speak();
        hanging.await();
        committed.await();
        clock.advanceMs(260);
        await("the fallback", () -> speaker.heard.contains(CLIP));
        assertThat(speaker.heard).doesNotContain(REPLY);
        assertThat(trips).isEmpty();

        pass("the restart", () -> !trips.isEmpty());
        assertThat(trips).first().satisfies(trip -> {
            assertThat(trip.stage()).isEqualTo("generator");
            assertThat(trip.kind()).isEqualTo(Supervisor.Kind.STALLED);
            assertThat(trip.restarted()).isTrue();
        });
        pass("the end of the turn", () -> !reports.isEmpty());
        assertThat(reports.get(0).fallback()).isTrue();
        assertThat(reports.get(0).result().source()).isEqualTo(ReplySource.FALLBACK);
        assertThat(reports.get(0).spoken().outcome()).isEqualTo(Spoken.Outcome.ABANDONED);

        speak();
        await("the next report", () -> reports.size() == 2);
        assertThat(reports.get(1).fallback()).isFalse();
        assertThat(reports.get(1).result().source()).isEqualTo(ReplySource.GENERATED);
        assertThat(speaker.heard).endsWith(REPLY);
    }

    @Test
    void shouldSayAnAnnouncement() {
        Draft draft = pipeline.announce(Drafts.request(Act.ANNOUNCE), 3);
        await("the announcement", () -> !announced.isEmpty());
        assertThat(announced.get(0).draft()).isSameAs(draft);
        assertThat(announced.get(0).outcome()).isEqualTo(Spoken.Outcome.PLAYED);
        assertThat(speaker.calls).containsExactly("begin announcement-1", "end");
        assertThat(reports).isEmpty();
    }

    private void speak() {
        source.play(new RecordingSource.Cue(Drafts.sound(2_000, 40 * SpeechDetector.FRAME_SAMPLES)));
    }

    private static void await(String what, BooleanSupplier happened) {
        poll(what, happened, () -> {});
    }

    /** Lets time pass, slower than threads run, until it has happened. */
    private void pass(String what, BooleanSupplier happened) {
        poll(what, happened, () -> clock.advanceMs(20));
    }

    private static void poll(String what, BooleanSupplier happened, Runnable between) {
        for (int i = 0; !happened.getAsBoolean(); i++) {
            assertThat(i).as("waiting for %s", what).isLessThan(20_000);
            between.run();
            LockSupport.parkNanos(3_000_000);
        }
    }

    private Pipeline.Parts parts() {
        return new Pipeline.Parts(
                source,
                this::ear,
                () -> new OpenEar(new OneSentence(), EndpointRules.DEFAULT),
                mind(),
                () -> request -> new long[] {1, 2, 3},
                Author::new,
                Tone::new,
                () -> speaker,
                Drafts.sound(CLIP, 320),
                trips::add);
    }

    private Hearing ear(Consumer<HearingEvent> events) {
        Endpoint endpoint = new Endpoint(EndpointRules.DEFAULT, words -> Completeness.COMPLETE);
        return new Hearing(new Loudness(), new OneSentence(), endpoint, event -> {
            events.accept(event);
            if (event instanceof HearingEvent.SpeechCommit) {
                committed.countDown();
            }
        });
    }

    private UnderstandingStage.Ports mind() {
        Gate gate = new Gate(Settings.defaults().safety(), -1);
        return new UnderstandingStage.Ports(
                new OneMeaning(),
                () -> new Dialogue(gate, Settings.defaults().safety(), "skylark", Double::toString),
                VehicleState::hover,
                command -> {},
                (list, open) -> list.text().isEmpty(),
                (draft, now) -> draft.request().equals(now),
                new TurnListener() {
                    @Override
                    public void onTurn(TurnReport report) {
                        reports.add(report);
                    }

                    @Override
                    public void onAnnounced(Spoken spoken) {
                        announced.add(spoken);
                    }
                });
    }

    /** Writes at once, unless it is to hang: then as a model stuck in native code does, whatever anybody asks of it. */
    private final class Author implements ReplyAuthor {
        @Override
        public GeneratedReply write(ReplyRequest request, long[] promptIds, CancelFlag cancel) {
            if (hangs.getAndSet(false)) {
                hanging.countDown();
                awaitRelease();
            }
            return Drafts.GENERATED;
        }

        private void awaitRelease() {
            boolean released = false;
            while (!released) {
                try {
                    release.await();
                    released = true;
                } catch (InterruptedException e) {
                    released = false; // native code does not listen
                }
            }
        }

        @Override
        public Reply render(ReplyRequest newest, GeneratedReply generated) {
            return Drafts.spoken("Battery sixty two percent.");
        }
    }

    /** What is not silent is speech. */
    private static final class Loudness implements SpeechDetector {
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
    private static final class OneSentence implements Recogniser {
        @Override
        public boolean accept(short[] samples, int length) {
            return true;
        }

        @Override
        public String partial() {
            return WORDS;
        }

        @Override
        public Transcript finish() {
            return new Transcript(WORDS, 0.9, List.of());
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    private static final class OneMeaning implements Understander {
        @Override
        public Understanding understand(String words) {
            return new Understanding(words, Intent.QUERY_BATTERY, Slots.NONE, 0.97, Understanding.Route.GRAMMAR);
        }

        @Override
        public Completeness completeness(String wordsSoFar) {
            return Completeness.COMPLETE;
        }
    }

    private static final class Tone implements Synthesiser {
        @Override
        public int synthesise(String clause, PcmSink sink) {
            sink.accept(Drafts.sound(REPLY, 480), 0, 480);
            return 480;
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
    }
}
