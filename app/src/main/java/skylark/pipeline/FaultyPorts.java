package skylark.pipeline;

import java.util.function.Supplier;
import skylark.audio.hear.Completeness;
import skylark.audio.voice.Loudspeaker;
import skylark.audio.voice.Synthesiser;
import skylark.domain.Understanding;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.Reply;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.understand.Understander;
import skylark.stage.Doorbell;
import skylark.stage.NanoClock;

/** What stages are made of, each of which fails when an {@link Injection} wants it to. */
final class FaultyPorts {
    private final Injection injection;

    FaultyPorts(Injection injection) {
        this.injection = injection;
    }

    FrameSource source(FrameSource source) {
        return new StuckSource(source);
    }

    UnderstandingStage.Ports mind(UnderstandingStage.Ports ports) {
        return ports.with(new FaultyUnderstander(ports.understander()));
    }

    TokenizerStage.PromptEncoder encoder(TokenizerStage.PromptEncoder encoder) {
        return request -> {
            injection.strike("tokenizer");
            return encoder.encode(request);
        };
    }

    ReplyAuthor author(ReplyAuthor author) {
        return new FaultyAuthor(author);
    }

    Synthesiser voice(Synthesiser voice) {
        return new FaultyVoice(voice);
    }

    Supplier<Loudspeaker> loudspeaker(Supplier<Loudspeaker> loudspeakers) {
        return () -> new DeafLoudspeaker(loudspeakers.get());
    }

    /** Lies by the same sound over and over. */
    private final class StuckSource implements FrameSource {
        private final FrameSource source;
        private final Frame stuck = new Frame();
        private boolean lying;

        StuckSource(FrameSource source) {
            this.source = source;
        }

        @Override
        public long nextFrameNs(long nowNs) {
            return source.nextFrameNs(nowNs);
        }

        @Override
        public void read(Frame frame, long nowNs) {
            injection.strike("capture");
            source.read(frame, nowNs);
            if (!injection.does("capture", Fault.Kind.LYING)) {
                lying = false;
                return;
            }
            if (!lying) {
                lying = true;
                injection.begin();
                System.arraycopy(frame.samples, 0, stuck.samples, 0, frame.samples.length);
                stuck.samples[0] |= 1; // exact silence may go on for ever
            }
            System.arraycopy(stuck.samples, 0, frame.samples, 0, frame.samples.length);
        }

        @Override
        public boolean patient() {
            return source.patient();
        }

        @Override
        public boolean noisy() {
            return source.noisy();
        }

        @Override
        public Doorbell doorbell(NanoClock clock) {
            return source.doorbell(clock);
        }
    }

    private final class FaultyUnderstander implements Understander {
        private final Understander understander;

        FaultyUnderstander(Understander understander) {
            this.understander = understander;
        }

        @Override
        public Understanding understand(String words) {
            injection.strike("understanding");
            return understander.understand(words);
        }

        @Override
        public Completeness completeness(String wordsSoFar) {
            return understander.completeness(wordsSoFar);
        }
    }

    private final class FaultyAuthor implements ReplyAuthor {
        private final ReplyAuthor author;

        FaultyAuthor(ReplyAuthor author) {
            this.author = author;
        }

        @Override
        public GeneratedReply write(ReplyRequest request, long[] promptIds, int priority, CancelFlag cancel) {
            injection.strike("generator");
            return author.write(request, promptIds, priority, cancel);
        }

        @Override
        public Reply render(ReplyRequest newest, GeneratedReply generated) {
            return author.render(newest, generated);
        }
    }

    /** Lies by silence, floods by sound without end. */
    private final class FaultyVoice implements Synthesiser {
        private final Synthesiser voice;
        private final short[] noise = new short[1_600];

        FaultyVoice(Synthesiser voice) {
            this.voice = voice;
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (short) (i % 100 * 40);
            }
        }

        @Override
        public int synthesise(String clause, double mostS, PcmSink sink) {
            injection.strike("voice");
            boolean lies = injection.does("voice", Fault.Kind.LYING);
            int made = voice.synthesise(
                    clause,
                    mostS,
                    lies ? (samples, offset, length) -> sink.accept(new short[length], 0, length) : sink);
            boolean wanted = injection.does("voice", Fault.Kind.FLOODING);
            if (lies || wanted) {
                injection.begin();
            }
            for (int i = 0; wanted && i < Injection.COPIES; i++) {
                wanted = sink.accept(noise, 0, noise.length);
            }
            return made;
        }

        @Override
        public void cancel() {
            voice.cancel();
        }

        @Override
        public void close() {
            voice.close();
        }
    }

    /** Lies by taking nothing of what it is given. */
    private final class DeafLoudspeaker implements Loudspeaker {
        private final Loudspeaker loudspeaker;

        DeafLoudspeaker(Loudspeaker loudspeaker) {
            this.loudspeaker = loudspeaker;
        }

        @Override
        public void begin(String name) {
            loudspeaker.begin(name);
        }

        @Override
        public void write(short[] samples, int offset, int length) {
            injection.strike("playback");
            if (injection.does("playback", Fault.Kind.LYING)) {
                injection.begin();
            } else {
                loudspeaker.write(samples, offset, length);
            }
        }

        @Override
        public long takenSamples() {
            return loudspeaker.takenSamples();
        }

        @Override
        public void flush() {
            loudspeaker.flush();
        }

        @Override
        public void end() {
            loudspeaker.end();
        }

        @Override
        public void close() {
            loudspeaker.close();
        }
    }
}
