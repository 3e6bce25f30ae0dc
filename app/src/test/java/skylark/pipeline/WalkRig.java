package skylark.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.Completeness;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.config.Settings;
import skylark.dialog.Dialogue;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.TurnResult;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.gate.Gate;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.understand.DomainUnderstander;
import skylark.nlg.understand.Understander;
import skylark.proof.Oracle;
import skylark.proof.Step;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.StageInvoker;
import skylark.watchdog.TurnDeadline;

/** The understanding stage with dialogue, gate and authority as they are, cranked through steps under an oracle's eyes. */
final class WalkRig {
    private static final Map<Intent, String> PHRASES = Map.of(
            Intent.RETURN_HOME, "confirm return",
            Intent.ARM, "confirm arming",
            Intent.TAKEOFF, "confirm takeoff",
            Intent.LAND, "confirm landing",
            Intent.RELEASE_PACKAGE, "confirm release",
            Intent.WINCH_LOWER, "confirm winch",
            Intent.WINCH_RAISE, "confirm winch",
            Intent.START_MISSION, "confirm mission",
            Intent.GOTO_WAYPOINT, "confirm waypoint",
            Intent.SET_HOME, "confirm home");

    private final ManualClock clock = new ManualClock();
    private final Link<MindMessage> mind = new Link<>("understanding", 64, new Doorbell());
    private final Link<Draft> drafts = new Link<>("tokenizer", 64, new Doorbell());
    private final Link<PlaybackMessage> playback = new Link<>("playback", 64, new Doorbell());
    private final Authority authority = Authority.overVehicle();
    private final Scripted understander;
    private final Oracle oracle = new Oracle();
    private final StageInvoker stage;
    private List<VehicleCommand> sent = new ArrayList<>();
    private List<TurnResult> reports = new ArrayList<>();
    private VehicleState state = VehicleState.hover();
    private String phrase = "confirm nothing";
    private long turn;
    private long frame;
    private long tickets;
    private long lastCommitMs;

    /** @param grammar remembers what the grammar made of a text, for many rigs */
    WalkRig(Map<String, Understanding> grammar) {
        this.understander = new Scripted(grammar);
        this.stage = new StageInvoker(new UnderstandingStage(mind, drafts, playback, ports(), clock), clock);
        clock.advanceMs(100_000);
        this.lastCommitMs = nowMs();
    }

    Oracle oracle() {
        return oracle;
    }

    /** Takes one step; what was broken by it, or null. */
    Oracle.@Nullable Violation take(Step step) throws Exception {
        clock.advanceMs(Math.max(1, step.gapMs() - (nowMs() - lastCommitMs)));
        lastCommitMs = nowMs();
        if (step.answered()) {
            authority.answered(tickets);
            oracle.answered();
        }
        state = step.heardIn();
        String text = step.words().text().replace(Step.THE_PHRASE, phrase);
        understander.next(text, step.words());
        sent = new ArrayList<>();
        reports = new ArrayList<>();
        stage.drain();
        oracle.committed(state, nowMs());
        List<VehicleCommand> atCommit = commit(step, text);
        act(step);
        Oracle.Violation violation =
                oracle.judge(new Oracle.Seen(step, text, lastCommitMs, nowMs(), atCommit, sent, reports));
        reports.stream()
                .filter(report -> report.decision() == Decision.CHALLENGE)
                .forEach(this::challenged);
        return violation;
    }

    private List<VehicleCommand> commit(Step step, String text) throws Exception {
        turn++;
        hear(new HearingEvent.SpeechStarted(++frame, frame));
        if (step.gapMs() % 2 == 0) {
            hear(new HearingEvent.PartialChanged(text, ++frame));
        }
        commitOnce(step, text);
        if (step.ending() == Step.Ending.RESUMED || step.ending() == Step.Ending.WITHDRAWN) {
            hear(new HearingEvent.SpeechResumed(++frame));
            hear(new HearingEvent.PartialChanged(text, ++frame));
        }
        if (step.ending() == Step.Ending.RESUMED) {
            commitOnce(step, text);
        }
        List<VehicleCommand> atCommit = sent;
        sent = new ArrayList<>();
        return atCommit;
    }

    private void commitOnce(Step step, String text) throws Exception {
        Transcript transcript = new Transcript(text, 0.9, 0, List.of());
        hear(new HearingEvent.SpeechPaused(transcript, ++frame));
        TurnDeadline deadline = new TurnDeadline(turn, clock.nanoTime(), clock.nanoTime() + 100_000_000);
        tell(new MindMessage.Heard(
                new HearingEvent.SpeechCommit(transcript, step.snrDb(), ++frame), turn, clock.nanoTime(), deadline));
    }

    private void act(Step step) throws Exception {
        if (step.announced() >= 0) {
            ReplyRequest request = new ReplyRequest(Act.ANNOUNCE, "WAYPOINT", Slots.NONE, null, Map.of(), "", state);
            said(new Draft(1, 0, "", request, step.announced()));
            oracle.announced(step.announced());
        }
        clock.advanceMs(step.actMs());
        state = step.actIn();
        if (step.ending() == Step.Ending.LOST) {
            tell(new MindMessage.HearingBegan());
        }
        hear(new HearingEvent.ActionCommit(++frame));
        if (step.ending() == Step.Ending.ACTION_TWICE) {
            hear(new HearingEvent.ActionCommit(++frame));
        }
        Draft open = opened();
        if (open != null && !open.isCancelled()) {
            said(open);
        }
    }

    private void challenged(TurnResult result) {
        phrase = PHRASES.getOrDefault(result.intent(), phrase); // "say again" asks for the same one
    }

    private @Nullable Draft opened() {
        Draft last = null;
        for (PlaybackMessage next = playback.poll(); next != null; next = playback.poll()) {
            last = next instanceof PlaybackMessage.Open open ? open.draft() : last;
        }
        while (drafts.poll() != null) {
            // the tokenizer is not there
        }
        return last;
    }

    private void hear(HearingEvent event) throws Exception {
        tell(new MindMessage.Heard(event, turn, clock.nanoTime(), null));
    }

    private void said(Draft draft) throws Exception {
        Draft.Text text = new Draft.Text(Drafts.spoken("Roger."), Drafts.GENERATED);
        tell(new MindMessage.Said(
                new Spoken(draft, text, clock.nanoTime(), Trace.UNSET, clock.nanoTime(), Spoken.Outcome.PLAYED)));
    }

    private void tell(MindMessage message) throws Exception {
        mind.offer(message);
        stage.drain();
    }

    private long nowMs() {
        return clock.nanoTime() / 1_000_000;
    }

    private void sent(VehicleCommand command) {
        sent.add(command);
        authority.sent(command, ++tickets, clock.nanoTime());
    }

    private UnderstandingStage.Ports ports() {
        var limits = Settings.defaults().safety();
        Gate gate = new Gate(limits, 0);
        return new UnderstandingStage.Ports(
                understander,
                () -> new Dialogue(gate, limits, "skylark", "plain", Double::toString),
                () -> state,
                (command, number, nowNs) -> sent(command),
                number -> sent(gate.hold(state)),
                authority,
                list -> false,
                (list, open) -> list,
                (draft, now) -> draft.request().equals(now),
                limits.criticalSnrDb(),
                true,
                report -> reports.add(report.result()));
    }

    /** Says what the step wants to have been understood, else what the grammar says. */
    private static final class Scripted implements Understander {
        private final DomainUnderstander grammar;
        private final Map<String, Understanding> known;
        private @Nullable Understanding meant;

        Scripted(Map<String, Understanding> known) {
            this.known = known;
            this.grammar = Grammar.SHARED;
        }

        void next(String text, Step.Words words) {
            meant = words.intent() == null
                    ? null
                    : new Understanding(
                            text, words.intent(), words.slots(), words.confidence(), Understanding.Route.ENCODER);
        }

        @Override
        public Understanding understand(String words) {
            Understanding wanted = meant;
            return wanted != null && wanted.text().equals(words)
                    ? wanted
                    : known.computeIfAbsent(words, grammar::understand);
        }

        @Override
        public Completeness completeness(String words) {
            return Completeness.COMPLETE;
        }
    }

    /** Takes a while to be built. */
    private static final class Grammar {
        static final DomainUnderstander SHARED = DomainUnderstander.ofGrammar();
    }
}
