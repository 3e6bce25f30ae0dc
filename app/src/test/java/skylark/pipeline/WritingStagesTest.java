package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import skylark.audio.voice.Synthesiser;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.Reply;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.reply.ReplyRequest;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.StageInvoker;
import skylark.stage.StageRunner;
import skylark.watchdog.Evidence;

/** Tokenizer, generator and voice: from a draft to its sound. */
class WritingStagesTest {
    private static final long SAFETY_NET_S = 30;

    private final Doorbell tokenizerBell = new Doorbell();
    private final Doorbell generatorBell = new Doorbell();
    private final Link<Draft> tokenizer = new Link<>("tokenizer", 32, tokenizerBell);
    private final Link<Draft> generator = new Link<>("generator", 32, generatorBell);
    private final Link<Clause> voice = new Link<>("voice", 64, new Doorbell());
    private final ManualClock clock = new ManualClock();

    @Test
    void shouldTokeniseTheNextTurnWhileThisOneGenerates() throws Exception {
        Draft first = Drafts.reply(1);
        Draft second = Drafts.reply(2);
        CountDownLatch generating = new CountDownLatch(1);
        CountDownLatch finishGenerating = new CountDownLatch(1);
        BlockingQueue<Long> tokenised = new LinkedBlockingQueue<>();
        ReplyAuthor author = author((ids, cancel) -> {
            generating.countDown();
            finishGenerating.await();
        });
        try (StageRunner writes = new StageRunner(
                        () -> new GeneratorStage(generator, author, voice, NanoClock.SYSTEM),
                        generatorBell,
                        NanoClock.SYSTEM);
                StageRunner encodes = new StageRunner(
                        () -> new TokenizerStage(
                                tokenizer,
                                request -> {
                                    tokenised.add((long) tokenised.size() + 1);
                                    return new long[] {1, 2, 3};
                                },
                                generator,
                                NanoClock.SYSTEM),
                        tokenizerBell,
                        NanoClock.SYSTEM)) {
            writes.start();
            encodes.start();
            tokenizer.offer(first);
            assertThat(tokenised.poll(SAFETY_NET_S, TimeUnit.SECONDS)).isEqualTo(1L);
            assertThat(generating.await(SAFETY_NET_S, TimeUnit.SECONDS)).isTrue();
            tokenizer.offer(second);
            Long seen = tokenised.poll(SAFETY_NET_S, TimeUnit.SECONDS);
            assertThat(seen).as("turn 2 is tokenised").isNotNull();
            assertThat(first.text()).as("while turn 1 still generates").isNull();
            finishGenerating.countDown();
        }
    }

    @Test
    void shouldHandADraftOnClauseByClause() throws Exception {
        Draft draft = Drafts.reply(1);
        tokenizer.offer(draft);
        tokenizerStage().drain();
        assertThat(draft.promptIds()).containsExactly(1, 2, 3);
        List<long[]> written = new ArrayList<>();
        generatorStage(author((ids, cancel) -> {
                    written.add(ids);
                    clock.advanceMs(9);
                }))
                .drain();
        assertThat(written).containsExactly(draft.promptIds());
        assertThat(draft.trace().ms(Span.GENERATE)).isEqualTo(9);
        assertThat(draft.trace().firstTokenNs() - draft.trace().startNs(Span.GENERATE))
                .isEqualTo(2_000_000);
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause = voice.poll(); clause != null; clause = voice.poll()) {
            clauses.add(clause);
        }
        assertThat(clauses).extracting(Clause::last).containsExactly(false, true);
        assertThat(clauses).extracting(Clause::draft).containsOnly(draft);
        assertThat(clauses.stream().mapToDouble(Clause::mostS).sum()).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void shouldSpeakEveryClauseIntoTheDraft() throws Exception {
        Draft draft = Drafts.reply(1);
        voice.offer(new Clause(draft, "Returning home,", false, 1));
        voice.offer(new Clause(draft, "battery sixty two percent.", true, 1));
        StageInvoker speaks = voiceStage(() -> {});
        speaks.invoke();
        assertThat(draft.pcm().length()).isEqualTo(320);
        assertThat(draft.pcm().isComplete()).isFalse();
        speaks.invoke();
        assertThat(draft.pcm().length()).isEqualTo(640);
        assertThat(draft.pcm().isComplete()).isTrue();
    }

    @Test
    void shouldDropACancelledDraftAtEveryStage() throws Exception {
        Draft draft = Drafts.reply(1);
        draft.cancel();
        tokenizer.offer(draft);
        tokenizerStage().drain();
        assertThat(generator.isEmpty()).isTrue();
        generator.offer(draft);
        List<Long> written = new ArrayList<>();
        generatorStage(author((ids, cancel) -> written.add(1L))).drain();
        assertThat(written).isEmpty();
        voice.offer(new Clause(draft, "Roger.", true, 1));
        voiceStage(() -> {}).drain();
        assertThat(draft.pcm().length()).isZero();
        assertThat(draft.pcm().isComplete()).isFalse();
    }

    @Test
    void shouldDropADraftThatIsCancelledWhileItIsWritten() throws Exception {
        Draft draft = Drafts.reply(1);
        generator.offer(draft);
        generatorStage(author((ids, cancel) -> {
                    draft.cancel();
                    assertThat(cancel.isUp()).isTrue();
                }))
                .drain();
        assertThat(voice.isEmpty()).isTrue();
        assertThat(draft.text()).isNull();
    }

    @Test
    void shouldStopSpeakingADraftThatIsCancelled() throws Exception {
        Draft draft = Drafts.reply(1);
        voice.offer(new Clause(draft, "Roger.", true, 1));
        voiceStage(draft::cancel).drain();
        assertThat(draft.pcm().length())
                .as("what was made when it was cancelled")
                .isEqualTo(160);
    }

    private StageInvoker tokenizerStage() {
        return new StageInvoker(
                new TokenizerStage(tokenizer, request -> new long[] {1, 2, 3}, generator, clock), clock);
    }

    private StageInvoker generatorStage(ReplyAuthor author) {
        return new StageInvoker(new GeneratorStage(generator, author, voice, clock), clock);
    }

    private StageInvoker voiceStage(Runnable meanwhile) {
        return new StageInvoker(
                new VoiceStage(voice, new TwoSlices(meanwhile), new Doorbell(), new Evidence("voice"), clock), clock);
    }

    /** What a model does while it writes. */
    private interface Writing {
        void on(long[] promptIds, CancelFlag cancel) throws InterruptedException;
    }

    private static ReplyAuthor author(Writing writing) {
        return new ReplyAuthor() {
            @Override
            public GeneratedReply write(ReplyRequest request, long[] promptIds, int priority, CancelFlag cancel) {
                try {
                    writing.on(promptIds, cancel);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return Drafts.GENERATED;
            }

            @Override
            public Reply render(ReplyRequest newest, GeneratedReply generated) {
                return Drafts.spoken("Returning home, battery sixty two percent.");
            }
        };
    }

    /** Makes two slices of sound of any clause. */
    private record TwoSlices(Runnable meanwhile) implements Synthesiser {
        @Override
        public int synthesise(String clause, double mostS, PcmSink sink) {
            meanwhile.run();
            boolean more = sink.accept(Drafts.sound(1_000, 160), 0, 160);
            return more && sink.accept(Drafts.sound(1_000, 160), 0, 160) ? 320 : 160;
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
    }
}
