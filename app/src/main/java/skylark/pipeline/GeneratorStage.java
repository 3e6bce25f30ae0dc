package skylark.pipeline;

import java.util.List;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.ReplyComposer;
import skylark.nlg.reply.SpeechTime;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;

/** Writes the words of drafts and hands them to the voice clause by clause. */
public final class GeneratorStage implements Stage {
    private final Link<Draft> drafts;
    private final ReplyAuthor author;
    private final Link<Clause> voice;
    private final NanoClock clock;

    GeneratorStage(Link<Draft> drafts, ReplyAuthor author, Link<Clause> voice, NanoClock clock) {
        this.drafts = drafts;
        this.author = author;
        this.voice = voice;
        this.clock = clock;
    }

    @Override
    public String roleName() {
        return "generator";
    }

    @Override
    public int doWork(long nowNs) {
        Draft draft = drafts.poll();
        if (draft == null) {
            return 0;
        }
        if (!draft.isCancelled()) {
            write(draft, nowNs);
        }
        return 1;
    }

    private void write(Draft draft, long nowNs) {
        Work work = Work.begin(Span.GENERATE, nowNs);
        GeneratedReply generated =
                author.write(draft.request(), draft.promptIds(), draft.priority(), draft.cancelFlag());
        if (generated.generation().firstTokenNs() > 0) {
            draft.trace().firstToken(nowNs + generated.generation().firstTokenNs());
        }
        work.done(draft, clock.nanoTime());
        if (draft.isCancelled()) {
            return;
        }
        Draft.Text text = new Draft.Text(author.render(draft.request(), generated), generated);
        draft.text(text);
        List<String> clauses = ReplyComposer.clauses(text.spoken());
        if (clauses.isEmpty()) {
            voice.offer(new Clause(draft, "", true, 0)); // for all to see
        }
        for (int i = 0; i < clauses.size(); i++) {
            double mostS = SpeechTime.shareS(clauses.get(i), text.spoken(), draft.request());
            voice.offer(new Clause(draft, clauses.get(i), i == clauses.size() - 1, mostS));
        }
    }
}
