package skylark.pipeline;

import skylark.audio.voice.Synthesiser;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;
import skylark.watchdog.Evidence;

/** Speaks clauses into their drafts' buffers, audible to nobody until playback's gate opens. */
public final class VoiceStage implements Stage {
    private final Link<Clause> clauses;
    private final Synthesiser synthesiser;
    private final Doorbell playback;
    private final Evidence accused;
    private final NanoClock clock;

    /** @param accused the synthesiser, when what it makes is no speech, though nobody may hear it yet */
    public VoiceStage(
            Link<Clause> clauses, Synthesiser synthesiser, Doorbell playback, Evidence accused, NanoClock clock) {
        this.clauses = clauses;
        this.synthesiser = synthesiser;
        this.playback = playback;
        this.accused = accused;
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
        if (pcm.cut() > 0) {
            accused.flooded("more than 8 s of sound for one reply");
        }
        if (clause.last()) {
            if (!draft.isCancelled() && !pcm.isAudible(0, pcm.length())) {
                accused.lied("silence where speech was asked for");
            }
            pcm.complete();
        }
        playback.ring();
    }
}
