package skylark.pipeline;

import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.dialog.Dialogue;
import skylark.dialog.InContext;
import skylark.dialog.Outcome;
import skylark.dialog.Remembered;
import skylark.domain.Intent;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.gate.Conditions;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.understand.Understander;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;
import skylark.watchdog.TurnDeadline;

/**
 * Words to meaning, meaning to decision, and the one that opens playback's gate. Owns the conversation. Deciding has no
 * effects, so it is done for every partial; only the action commit applies a decision.
 */
public final class UnderstandingStage implements Stage {
    private static final long IDLE_NS = 100_000_000;
    private static final long AWAITING_NS = 5_000_000;
    /** Nobody waits for a reply to a turn without words of the list. */
    private static final long OPEN_EAR_ALONE_NS = 3_000_000_000L;
    /** An action waits so long for the open ear's word; the list's must then do. */
    private static final long OPEN_EAR_NS = 1_000_000_000L;
    /** A reply does not: mostly both ears agree, and where they do not the reply is taken back before the action. */
    private static final long REPLY_PATIENCE_NS = 25_000_000;

    /**
     * What this stage needs of others.
     *
     * @param hold has the vehicle hold, at once; given the turn's number; any thread, must not block
     * @param commands told the time too
     * @param authority told of every state seen here
     * @param doubts whether what the list recogniser heard needs the open one's word
     * @param arbiter which of the two transcripts to believe: the list's, then the open one's, which may be empty
     * @param stillSays whether a draft is what would be said now
     * @param leastSnrDb from which on the operator is heard well enough for critical commands
     * @param speculates whether replies are prepared while the operator is still being heard
     */
    public record Ports(
            Understander understander,
            Supplier<Dialogue> conversations,
            Supplier<VehicleState> vehicle,
            CommandSink commands,
            LongConsumer hold,
            Authority authority,
            Predicate<Transcript> doubts,
            BinaryOperator<Transcript> arbiter,
            BiPredicate<Draft, ReplyRequest> stillSays,
            double leastSnrDb,
            boolean speculates,
            TurnListener listener) {

        /** The same with somebody else who understands. */
        Ports with(Understander other) {
            return new Ports(
                    other,
                    conversations,
                    vehicle,
                    commands,
                    hold,
                    authority,
                    doubts,
                    arbiter,
                    stillSays,
                    leastSnrDb,
                    speculates,
                    listener);
        }
    }

    private final Link<MindMessage> messages;
    private final Link<Draft> drafts;
    private final Link<PlaybackMessage> playback;
    private final Ports ports;
    private final StopLine stops;
    private final NanoClock clock;
    private final InContext inContext;
    private volatile Dialogue dialogue;
    private @Nullable Turn turn;
    /** The one that the operator interrupted: playback has yet to say how much of it was heard. */
    private @Nullable Turn interrupted;

    private boolean hearsWell = true;

    private volatile boolean busy;

    UnderstandingStage(
            Link<MindMessage> messages,
            Link<Draft> drafts,
            Link<PlaybackMessage> playback,
            Ports ports,
            NanoClock clock) {
        this(messages, drafts, playback, ports, null, new StopLine(ports.hold()), clock);
    }

    /**
     * @param before what the conversation goes on from; null when it begins
     * @param stops how a stop reaches the vehicle, once a turn
     */
    UnderstandingStage(
            Link<MindMessage> messages,
            Link<Draft> drafts,
            Link<PlaybackMessage> playback,
            Ports ports,
            @Nullable Remembered before,
            StopLine stops,
            NanoClock clock) {
        this.messages = messages;
        this.drafts = drafts;
        this.playback = playback;
        this.ports = ports;
        this.stops = stops;
        this.inContext = new InContext(ports.understander());
        this.dialogue = ports.conversations().get();
        this.clock = clock;
        if (before != null) {
            dialogue.recall(before, clock.nanoTime());
        }
    }

    /** What the conversation remembers. Any thread. */
    Remembered remembered() {
        return dialogue.remembered(clock.nanoTime());
    }

    @Override
    public String roleName() {
        return "understanding";
    }

    /** Whether a turn is under way, from the first speech to the end of the reply. Any thread. */
    public boolean busy() {
        return busy;
    }

    @Override
    public int doWork(long nowNs) {
        MindMessage message = messages.poll();
        if (message == null) {
            look(nowNs);
            return waited(nowNs);
        }
        if (message instanceof MindMessage.Heard heard) {
            onHeard(heard, nowNs);
        } else if (message instanceof MindMessage.OpenlyHeard open) {
            onOpenlyHeard(open, nowNs);
        } else if (message instanceof MindMessage.HearingBegan) {
            onHearingBegan();
        } else if (message instanceof MindMessage.Said said) {
            onSaid(said.spoken());
        } else if (message instanceof MindMessage.Unanswered unanswered) {
            onUnanswered(unanswered.deadline(), nowNs);
        } else if (message instanceof MindMessage.Recall recall) {
            dialogue.recall(recall.remembered(), nowNs);
        } else if (message instanceof MindMessage.NewConversation) {
            dialogue = ports.conversations().get();
        }
        return 1;
    }

    @Override
    public long idleNs() {
        Turn current = turn;
        return current == null || !current.awaitsOpenEar ? IDLE_NS : AWAITING_NS;
    }

    private void onHeard(MindMessage.Heard heard, long nowNs) {
        HearingEvent event = heard.event();
        if (event instanceof HearingEvent.SpeechStarted) {
            begin(heard.turn(), nowNs);
            return;
        }
        Turn current = turn == null && event instanceof HearingEvent.SpeechCommit ? adopt(heard.turn()) : turn;
        if (current == null || current.number != heard.turn()) {
            return; // of a turn that has ended, or that began before a restart
        }
        if (event instanceof HearingEvent.PartialChanged partial && !current.settled) {
            speculate(current, partial.words(), nowNs);
        } else if (event instanceof HearingEvent.SpeechPaused paused) {
            current.look(paused.transcript(), paused.frame());
        } else if (event instanceof HearingEvent.TurnCut) {
            ports.listener().onCutOff(current.number);
        } else if (event instanceof HearingEvent.SpeechCommit commit && heard.deadline() != null) {
            hearsWell = commit.snrDb() >= ports.leastSnrDb();
            commit(current, commit, heard.deadline(), nowNs);
        } else if (event instanceof HearingEvent.SpeechResumed) {
            current.takeBack();
            cancelDraft(current);
            playback.offer(new PlaybackMessage.Hush(Draft.REPLY_PRIORITY));
        } else if (event instanceof HearingEvent.ActionCommit) {
            current.actionCommitted = true;
            applyWhenSettled(current, nowNs);
            endWhenDone(current);
        } else if (event instanceof HearingEvent.TurnDiscarded discarded) {
            hearsWell = discarded.snrDb() >= ports.leastSnrDb();
            current.actionCommitted = true;
            current.awaitOpenEar(nowNs + OPEN_EAR_ALONE_NS);
            current.commitFrame = event.frame();
            current.looked = Transcript.EMPTY;
            current.lookedFrame = event.frame();
        }
    }

    /** The operator has the floor: whatever is being said stops, but for emergencies. */
    private void begin(long number, long nowNs) {
        playback.offer(new PlaybackMessage.Hush(Draft.REPLY_PRIORITY));
        Turn before = turn;
        if (before != null && before.awaitsOpenEar) {
            stopWaiting(before, nowNs);
        }
        interrupted = turn;
        turn = new Turn(number);
        busy = true;
    }

    /** This stage is new, or had given the turn up: the words of the commit are all that is needed to answer it. */
    private Turn adopt(long number) {
        Turn adopted = new Turn(number);
        turn = adopted;
        busy = true;
        return adopted;
    }

    private void speculate(Turn current, String words, long nowNs) {
        if (ports.speculates() && !words.isEmpty() && mayBeAll(words)) {
            draft(current, words, nowNs);
        }
    }

    private boolean mayBeAll(String words) {
        return switch (ports.understander().completeness(words)) {
            case COMPLETE, OPEN -> true;
            case UNLIKELY, INCOMPLETE -> false;
        };
    }

    private void commit(Turn current, HearingEvent.SpeechCommit commit, TurnDeadline deadline, long nowNs) {
        if (current.deadline == deadline) {
            return; // heard before
        }
        current.commit(deadline, commit.frame());
        current.heard = commit.words();
        if (current.lookedFrame < 0) {
            current.look(commit.transcript(), commit.frame()); // adopted: the look was before our time
        }
        if (current.openly == null && ports.doubts().test(commit.transcript())) {
            current.awaitOpenEar(nowNs + OPEN_EAR_NS); // it was asked in the pause, and is late
            current.listDueNs = nowNs + REPLY_PATIENCE_NS;
        } else {
            settle(current, words(current), nowNs);
        }
    }

    /** Of the list, or of the open ear where that has answered and was the better one; empty when neither will do. */
    private String words(Turn current) {
        Transcript open = current.openly;
        return ports.arbiter()
                .apply(current.looked, open == null ? Transcript.EMPTY : open)
                .text();
    }

    private void onOpenlyHeard(MindMessage.OpenlyHeard message, long nowNs) {
        Turn current = turn;
        if (current == null || !current.asksAbout(message.frame())) {
            return; // of other words, or of an earlier turn
        }
        current.openly = message.transcript();
        if (current.awaitsOpenEar) {
            settleOrDrop(current, nowNs);
        } else if (!current.committed()) {
            speculate(current, words(current), nowNs);
        }
    }

    /** The open ear has said what it can. */
    private void settleOrDrop(Turn current, long nowNs) {
        current.awaitsOpenEar = false;
        String words = words(current);
        if (current.settled) {
            holdOrCorrect(current, words, nowNs);
            return;
        }
        if (words.isEmpty()) {
            drop(current);
            return;
        }
        if (!current.committed()) {
            current.commit(new TurnDeadline(current.number, nowNs, nowNs), current.commitFrame);
        }
        settle(current, words, nowNs);
    }

    /** The reply to the list's words is under way: it stands if these mean the same, and is taken back if not. */
    private void holdOrCorrect(Turn current, String words, long nowNs) {
        Understanding answered = Objects.requireNonNull(current.outcome).heard();
        Understanding now = inContext.understand(words, dialogue.waiting(words, nowNs));
        if (now.intent() == answered.intent() && now.slots().equals(answered.slots())) {
            applyWhenSettled(current, nowNs);
            endWhenDone(current);
        } else {
            current.correct();
            settle(current, words, nowNs);
        }
    }

    /** The words are final: the draft made ahead of time sounds if it still says the same, or a new one is made. */
    private void settle(Turn current, String words, long nowNs) {
        current.settled = true;
        Draft ahead = current.draft;
        Outcome before = current.outcome;
        draft(current, words, nowNs);
        Draft wanted = current.draft;
        Outcome outcome = current.outcome;
        if (wanted == null || outcome == null) {
            throw new IllegalStateException("no draft for turn " + current.number);
        }
        current.speculationHit = wanted == ahead && before != null;
        playback.offer(new PlaybackMessage.Open(wanted, current.deadline));
        if (outcome.heard().intent() == Intent.STOP) {
            apply(current, outcome, nowNs); // safing waits for nothing
        }
        applyWhenSettled(current, nowNs);
    }

    /** Makes an attempt for these words, unless the one under way will say the same. */
    private void draft(Turn current, String words, long nowNs) {
        Work work = Work.begin(Span.UNDERSTAND, nowNs);
        Understanding understood = inContext.understand(words, dialogue.waiting(words, nowNs));
        VehicleState state = look(nowNs);
        Outcome outcome = dialogue.decide(understood, state, conditions(nowNs), nowNs);
        current.outcome = outcome;
        current.understandMs = (clock.nanoTime() - nowNs) / 1e6;
        Draft last = current.draft;
        if (last != null && !last.isCancelled()) {
            if (last.words().equals(words) && ports.stillSays().test(last, outcome.reply())) {
                return;
            }
            last.cancel();
        }
        Draft next = new Draft(current.number, current.revisions++, words, outcome.reply(), Draft.REPLY_PRIORITY);
        work.done(next, clock.nanoTime());
        current.draft = next;
        drafts.offer(next);
    }

    private void applyWhenSettled(Turn current, long nowNs) {
        Outcome outcome = current.outcome;
        if (current.actionCommitted && current.settled && !current.awaitsOpenEar && outcome != null) {
            apply(current, outcome, nowNs);
        }
    }

    private void apply(Turn current, Outcome outcome, long nowNs) {
        if (current.applied) {
            return;
        }
        current.applied = true;
        if (current.stopped && outcome.heard().intent() == Intent.STOP) {
            return;
        }
        VehicleState state = look(nowNs);
        Outcome settled = dialogue.again(outcome, state, conditions(nowNs), nowNs);
        dialogue.apply(settled);
        current.outcome = settled;
        VehicleCommand command = settled.command();
        if (settled.heard().intent() == Intent.STOP) {
            stops.stop(current.number);
        } else if (command != null) {
            ports.commands().send(command, current.number, nowNs);
        }
        if (settled.decision() != outcome.decision() || settled.reason() != outcome.reason()) {
            sayInstead(current, settled);
        }
    }

    /** The vehicle, an announcement or the time went against what was answered. */
    private void sayInstead(Turn current, Outcome settled) {
        Draft last = Objects.requireNonNull(current.draft);
        last.cancel();
        current.replace();
        Draft next =
                new Draft(current.number, current.revisions++, last.words(), settled.reply(), Draft.REPLY_PRIORITY);
        current.draft = next;
        drafts.offer(next);
        playback.offer(new PlaybackMessage.Open(next, current.deadline));
    }

    /** Sees every state that is decided upon, and some between: who else flies it must not go unnoticed. */
    private VehicleState look(long nowNs) {
        VehicleState state = ports.vehicle().get();
        ports.authority().look(state, nowNs);
        return state;
    }

    private Conditions conditions(long nowNs) {
        return ports.authority().conditions(nowNs).hearing(hearsWell);
    }

    private void onSaid(Spoken spoken) {
        Draft draft = spoken.draft();
        if (draft.isAnnouncement()) {
            dialogue.announced(draft.request(), draft.priority());
            ports.listener().onAnnounced(spoken);
            return;
        }
        Turn before = interrupted;
        Turn current = before != null && draft.turn() == before.number ? before : turn;
        if (current != null && current.committed() && current.take(spoken)) {
            endWhenDone(current);
        }
    }

    /** The open ear did not answer in time: the list's words must do. */
    private void onUnanswered(TurnDeadline deadline, long nowNs) {
        Turn current = turn;
        if (current != null && current.awaitsOpenEar && current.deadline == deadline) {
            settleOrDrop(current, nowNs);
        }
    }

    /** Nothing was said: whoever was waited for may be overdue. */
    private int waited(long nowNs) {
        Turn current = turn;
        if (current == null || !current.awaitsOpenEar) {
            return 0;
        }
        if (nowNs >= current.openEarDueNs) {
            settleOrDrop(current, nowNs);
            return 1;
        }
        if (current.settled || !current.committed() || nowNs < current.listDueNs) {
            return 0;
        }
        String words = words(current);
        if (words.isEmpty()) {
            return 0; // the list heard nothing that could be answered
        }
        settle(current, words, nowNs);
        return 1;
    }

    /** The turn that hearing was in when it was replaced can neither go on nor lead to a command. */
    private void onHearingBegan() {
        Turn current = turn;
        if (current != null && !current.actionCommitted) {
            playback.offer(new PlaybackMessage.Hush(Draft.REPLY_PRIORITY));
            ports.listener().onLost(current.number);
            abandon(current);
        }
    }

    private void endWhenDone(Turn current) {
        Spoken spoken = current.spoken;
        Outcome outcome = current.outcome;
        TurnDeadline deadline = current.deadline;
        boolean over = current.actionCommitted && !current.awaitsOpenEar;
        if (spoken == null || !over || outcome == null || deadline == null) {
            return;
        }
        ports.listener().onTurn(Reports.of(current, outcome, deadline, spoken));
        leave(current); // not before: whoever waits for it to be over expects the report
    }

    /** The operator speaks again: what was answered is done, what was not is forgotten. */
    private void stopWaiting(Turn before, long nowNs) {
        if (before.settled) {
            settleOrDrop(before, nowNs);
        } else {
            drop(before);
        }
    }

    private void drop(Turn current) {
        ports.listener().onNothingHeard(current.number);
        abandon(current);
    }

    private void abandon(Turn current) {
        current.takeBack();
        cancelDraft(current);
        leave(current);
    }

    private void leave(Turn ended) {
        if (ended == interrupted) {
            interrupted = null;
        } else {
            turn = null;
            busy = false;
        }
    }

    private static void cancelDraft(Turn current) {
        Draft draft = current.draft;
        if (draft != null) {
            draft.cancel();
        }
    }
}
