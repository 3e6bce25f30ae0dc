package skylark.pipeline;

import skylark.audio.voice.Synthesiser;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;

/** Speaks clauses into their drafts' buffers, audible to nobody until playback's gate opens. */
public final class VoiceStage implements Stage {
    private final Link<Clause> clauses;
    private final Synthesiser synthesiser;
    private final Doorbell playback;
    private final NanoClock clock;

    public VoiceStage(Link<Clause> clauses, Synthesiser synthesiser, Doorbell playback, NanoClock clock) {
        this.clauses = clauses;
        this.synthesiser = synthesiser;
        this.playback = playback;
        this.clock = clock;
    }

    @Override
    public String roleName() {
        return "voice";
    }

    @Override
    public int doWork(long nowNs) {
        Clause clause = clauses.poll();
        if (clause == null) {
            return 0;
        }
        Draft draft = clause.draft();
        if (!draft.isCancelled()) {
            speak(clause, draft, nowNs);
        }
        return 1;
    }

    private void speak(Clause clause, Draft draft, long nowNs) {
        Work work = Work.begin(Span.SYNTHESISE, nowNs);
        PcmBuffer pcm = draft.pcm();
        synthesiser.synthesise(clause.text(), clause.mostS(), (samples, offset, length) -> {
            pcm.append(samples, offset, length);
            playback.ring();
            return !draft.isCancelled() && pcm.cut() == 0;
        });
        work.done(draft, clock.nanoTime());
        if (clause.last()) {
            pcm.complete();
        }
        playback.ring();
    }
}
