package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.HearingEvent.ActionCommit;
import skylark.audio.hear.HearingEvent.PartialChanged;
import skylark.audio.hear.HearingEvent.SpeechCommit;
import skylark.audio.hear.HearingEvent.SpeechPaused;
import skylark.audio.hear.HearingEvent.SpeechResumed;
import skylark.audio.hear.HearingEvent.SpeechStarted;
import skylark.audio.hear.HearingEvent.TurnDiscarded;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.config.Settings;
import skylark.dialog.Dialogue;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.Reason;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.gate.Gate;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.understand.Understander;
import skylark.pipeline.Spoken.Outcome;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.StageInvoker;
import skylark.watchdog.TurnDeadline;
import skylark.watchdog.TurnDeadline.State;

class UnderstandingStageTest {
    private static final String BATTERY = "how much battery is left";
    private static final String CLIMB = "climb ten meters";
    private static final String DROP = "drop the package";

    private static final Set<String> ON_THE_LIST = Set.of(CLIMB, "stop");

    private final ManualClock clock = new ManualClock();
    private final Link<MindMessage> mind = new Link<>("understanding", 64, new Doorbell());
    private final Link<Draft> drafts = new Link<>("tokenizer", 64, new Doorbell());
    private final Link<PlaybackMessage> playback = new Link<>("playback", 64, new Doorbell());
    private final List<VehicleCommand> commands = new ArrayList<>();
    private final List<TurnReport> reports = new ArrayList<>();
    private final List<Boolean> busyAtReport = new ArrayList<>();
    private final List<Long> nothingHeard = new ArrayList<>();
    private final List<Long> lost = new ArrayList<>();
    private final Authority authority = Authority.overVehicle();
    private double snrDb = 20;
    private VehicleState state = VehicleState.hover().toBuilder().altM(8.0).build();
    private final UnderstandingStage stage = new UnderstandingStage(mind, drafts, playback, ports(true), clock);
    private StageInvoker understanding = new StageInvoker(stage, clock);
    private long turn;
    private long frame;

    @Test
    void shouldUseTheDraftMadeAheadWhenTheWordsAndValuesAreTheSame() throws Exception {
        begin();
        hear(new PartialChanged(BATTERY, ++frame));
        Draft ahead = drafts.poll();
        assertThat(ahead).isNotNull();
        assertThat(opened()).as("the gate is shut until the commit").isEmpty();
        commit(BATTERY);
        assertThat(drafts.isEmpty()).isTrue();
        assertThat(opened()).containsExactly(ahead);
        end(ahead, Outcome.PLAYED);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.speculationHit()).isTrue();
            assertThat(report.result().intent()).isEqualTo(Intent.QUERY_BATTERY);
            assertThat(report.heard()).isEqualTo(BATTERY);
        });
        assertThat(stage.busy()).isFalse();
    }

    @Test
    void shouldMakeANewDraftWhenTheWordsAreOthers() throws Exception {
        begin();
        hear(new PartialChanged("how high are you", ++frame));
        Draft ahead = drafts.poll();
        commit(BATTERY);
        Draft wanted = drafts.poll();
        assertThat(ahead.isCancelled()).isTrue();
        assertThat(wanted.words()).isEqualTo(BATTERY);
        assertThat(opened()).containsExactly(wanted);
        end(wanted, Outcome.PLAYED);
        assertThat(reports).extracting(TurnReport::speculationHit).containsExactly(false);
    }

    @Test
    void shouldMakeANewDraftWhenASpokenValueHasChanged() throws Exception {
        begin();
        hear(new PartialChanged(BATTERY, ++frame));
        Draft ahead = drafts.poll();
        state = state.toBuilder().batteryPct(61.0).build();
        commit(BATTERY);
        Draft wanted = drafts.poll();
        assertThat(ahead.isCancelled()).isTrue();
        assertThat(wanted.request().state().batteryPct()).isEqualTo(61.0);
        end(wanted, Outcome.PLAYED);
        assertThat(reports).extracting(TurnReport::speculationHit).containsExactly(false);
    }

    @Test
    void shouldNotSpeculateOnWordsThatCannotBeAll() throws Exception {
        begin();
        hear(new PartialChanged("climb to", ++frame));
        hear(new PartialChanged("", ++frame));
        assertThat(drafts.isEmpty()).isTrue();
    }

    @Test
    void shouldMakeNoDraftsAheadWhenItMayNotSpeculate() throws Exception {
        understanding = new StageInvoker(new UnderstandingStage(mind, drafts, playback, ports(false), clock), clock);
        begin();
        hear(new PartialChanged(BATTERY, ++frame));
        assertThat(drafts.isEmpty()).isTrue();
        commit(BATTERY);
        Draft wanted = drafts.poll();
        assertThat(opened()).containsExactly(wanted);
        end(wanted, Outcome.PLAYED);
        assertThat(reports).extracting(TurnReport::speculationHit).containsExactly(false);
    }

    @Test
    void shouldGiveUpAnOpenEarThatDoesNotAnswerForADiscardedTurn() throws Exception {
        begin();
        hear(new TurnDiscarded(snrDb, ++frame));
        assertThat(stage.busy()).isTrue();
        clock.advanceMs(2_900);
        understanding.drain();
        assertThat(stage.busy()).isTrue();
        clock.advanceMs(200);
        understanding.drain();
        assertThat(stage.busy()).isFalse();
        assertThat(nothingHeard).containsExactly(turn);
    }

    @Test
    void shouldGiveUpTheTurnThatHearingWasInWhenItWasReplaced() throws Exception {
        begin();
        commit(CLIMB);
        Draft promised = drafts.poll();
        mind.offer(new MindMessage.HearingBegan());
        understanding.drain();
        assertThat(promised.isCancelled()).isTrue();
        assertThat(stage.busy()).isFalse();
        assertThat(lost).containsExactly(turn);
        hear(new ActionCommit(++frame));
        assertThat(commands).isEmpty();
        assertThat(reports).isEmpty();
    }

    @Test
    void shouldAnswerATurnThatBeganBeforeTheStageDid() throws Exception {
        turn = 5;
        commit(BATTERY);
        Draft wanted = drafts.poll();
        assertThat(opened()).containsExactly(wanted);
        end(wanted, Outcome.PLAYED);
        assertThat(reports).extracting(TurnReport::turn).containsExactly(5L);
    }

    @Test
    void shouldHushWhenTheOperatorBeginsToSpeak() throws Exception {
        begin();
        assertThat(playback.poll()).isEqualTo(new PlaybackMessage.Hush(Draft.REPLY_PRIORITY));
        assertThat(stage.busy()).isTrue();
    }

    @Test
    void shouldTakeTheCommitBackWhenTheOperatorGoesOn() throws Exception {
        begin();
        TurnDeadline deadline = commit(CLIMB);
        Draft first = drafts.poll();
        opened();
        hear(new SpeechResumed(++frame));
        assertThat(deadline.state()).isEqualTo(State.CLOSED);
        assertThat(first.isCancelled()).isTrue();
        assertThat(playback.poll()).isEqualTo(new PlaybackMessage.Hush(Draft.REPLY_PRIORITY));
        said(first, Outcome.HUSHED);
        commit("climb ten meters cancel");
        Draft second = drafts.poll();
        end(second, Outcome.PLAYED);
        assertThat(commands).isEmpty();
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.withdrawnCommits()).isEqualTo(1);
            assertThat(report.result().intent()).isEqualTo(Intent.CANCEL);
        });
    }

    @Test
    void shouldCommandTheVehicleOnceAndOnlyAtTheActionCommit() throws Exception {
        begin();
        hear(new PartialChanged(CLIMB, ++frame));
        commit(CLIMB);
        Draft draft = drafts.poll();
        said(draft, Outcome.PLAYED);
        assertThat(commands).isEmpty();
        assertThat(reports).as("the turn is not over").isEmpty();
        hear(new ActionCommit(++frame));
        hear(new ActionCommit(++frame));
        assertThat(commands).hasSize(1);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.result().decision()).isEqualTo(Decision.EXECUTE);
            assertThat(report.result().command()).isEqualTo(commands.get(0));
        });
    }

    @Test
    void shouldNotActOnACommitThatWasTakenBack() throws Exception {
        begin();
        commit(CLIMB);
        hear(new SpeechResumed(++frame));
        hear(new PartialChanged(CLIMB, ++frame));
        hear(new ActionCommit(++frame));
        assertThat(commands).isEmpty();
    }

    @Test
    void shouldLookAtTheVehicleAgainBeforeItActs() throws Exception {
        begin();
        commit(CLIMB);
        Draft promised = drafts.poll();
        opened();
        state = state.toBuilder().failsafe("battery").build();
        hear(new ActionCommit(++frame));
        assertThat(commands).isEmpty();
        Draft refusal = drafts.poll();
        assertThat(promised.isCancelled()).isTrue();
        assertThat(refusal.request().reason()).isEqualTo(Reason.FAILSAFE_ACTIVE);
        assertThat(opened()).containsExactly(refusal);
        said(refusal, Outcome.PLAYED);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.result().decision()).isEqualTo(Decision.REFUSE);
            assertThat(report.result().command()).isNull();
        });
    }

    @Test
    void shouldDropACommandThatIsOlderThanTenSeconds() throws Exception {
        begin();
        commit(CLIMB);
        opened();
        drafts.poll();
        clock.advanceMs(10_001);
        hear(new ActionCommit(++frame));
        assertThat(commands).isEmpty();
        assertThat(drafts.poll().request().reason()).isEqualTo(Reason.NOT_UNDERSTOOD);
        begin();
        commit(CLIMB);
        clock.advanceMs(10_000);
        hear(new ActionCommit(++frame));
        assertThat(commands).hasSize(1);
    }

    @Test
    void shouldLeaveTheVehicleToThePilotWhoChangedTheModeWhileNobodySpoke() throws Exception {
        understanding.drain();
        state = state.toBuilder().mode("LOITER").build();
        after(100);
        state = state.toBuilder().mode("GUIDED").build();
        whole(CLIMB);
        assertThat(commands).isEmpty();
        assertThat(reports.get(0).result().reason()).isEqualTo(Reason.PILOT_HAS_CONTROL);
        clock.advanceMs(9_000);
        whole(CLIMB);
        assertThat(commands).hasSize(1);
    }

    @Test
    void shouldChallengeNobodyWhoIsHardToHear() throws Exception {
        snrDb = 2.9;
        whole(DROP);
        assertThat(reports.get(0).result().decision()).isEqualTo(Decision.REFUSE);
        snrDb = 3;
        whole(DROP);
        assertThat(reports.get(1).result().decision()).isEqualTo(Decision.CHALLENGE);
    }

    @Test
    void shouldStopAtTheSpeechCommitAndOnce() throws Exception {
        begin();
        hear(new PartialChanged("stop", ++frame));
        assertThat(commands).isEmpty();
        commit("stop");
        assertThat(commands).hasSize(1);
        hear(new SpeechResumed(++frame));
        commit("stop");
        hear(new ActionCommit(++frame));
        assertThat(commands).hasSize(1);
    }

    @Test
    void shouldStillCarryOutWhatFollowsAStopThatWasTakenBack() throws Exception {
        begin();
        commit("stop");
        hear(new SpeechResumed(++frame));
        commit(CLIMB);
        hear(new ActionCommit(++frame));
        assertThat(commands).hasSize(2);
    }

    @Test
    void shouldUnderstandWhatOnlyTheOpenEarHeard() throws Exception {
        begin();
        hear(new TurnDiscarded(snrDb, ++frame));
        openlyHeard(CLIMB, frame);
        Draft draft = drafts.poll();
        assertThat(opened()).containsExactly(draft);
        assertThat(commands).as("the turn was over").hasSize(1);
        said(draft, Outcome.PLAYED);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.heardOpenly()).isEqualTo(CLIMB);
            assertThat(report.result().intent()).isEqualTo(Intent.CLIMB);
        });
    }

    @Test
    void shouldEndATurnInWhichNobodyHeardWords() throws Exception {
        begin();
        hear(new TurnDiscarded(snrDb, ++frame));
        openlyHeard("", frame);
        assertThat(nothingHeard).containsExactly(turn);
        assertThat(stage.busy()).isFalse();
        assertThat(drafts.isEmpty()).isTrue();
        assertThat(opened()).isEmpty();
    }

    @Test
    void shouldNotTakeNoiseForTheWordsOfTheTurnBefore() throws Exception {
        begin();
        commit(CLIMB);
        end(drafts.poll(), Outcome.PLAYED);
        assertThat(commands).hasSize(1);
        begin();
        hear(new TurnDiscarded(snrDb, ++frame));
        openlyHeard("", frame);
        assertThat(commands).hasSize(1);
        assertThat(nothingHeard).containsExactly(turn);
    }

    @Test
    void shouldAskTheOpenEarWhenTheListIsInDoubt() throws Exception {
        begin();
        TurnDeadline deadline = commit(new Transcript("[unk]", 0.2, 0, List.of()));
        hear(new ActionCommit(++frame));
        assertThat(opened()).isEmpty();
        assertThat(commands).isEmpty();
        openlyHeard(CLIMB, frame);
        assertThat(commands).hasSize(1);
        assertThat(opened()).hasSize(1);
        assertThat(deadline.state()).as("nothing has sounded").isEqualTo(State.OPEN);
    }

    @Test
    void shouldHaveTheOpenEarsWordsAtTheCommitWhenItAnsweredInThePause() throws Exception {
        begin();
        Transcript doubtful = new Transcript("climb den", 0.2, 0, List.of());
        hear(new SpeechPaused(doubtful, ++frame));
        openlyHeard(CLIMB, frame);
        assertThat(drafts.poll().words()).as("made ahead of the commit").isEqualTo(CLIMB);
        commit(doubtful);
        assertThat(opened()).extracting(Draft::words).containsExactly(CLIMB);
        hear(new ActionCommit(++frame));
        assertThat(commands).hasSize(1);
    }

    @Test
    void shouldBeBusyUntilTheReportIsOut() throws Exception {
        whole(BATTERY);
        assertThat(busyAtReport).containsExactly(true);
        assertThat(stage.busy()).isFalse();
    }

    @Test
    void shouldAnswerByTheListAndActWithTheOpenEarThatIsLate() throws Exception {
        begin();
        commit(doubtful(CLIMB));
        after(24);
        assertThat(opened()).as("it may still answer").isEmpty();
        after(2);
        assertThat(opened()).extracting(Draft::words).containsExactly(CLIMB);
        hear(new ActionCommit(++frame));
        assertThat(commands).isEmpty();
        openlyHeard(CLIMB, frame);
        assertThat(commands).hasSize(1);
        assertThat(opened()).as("the reply stands").isEmpty();
    }

    @Test
    void shouldTakeTheReplyBackWhenTheOpenEarHeardOtherwise() throws Exception {
        begin();
        commit(doubtful(CLIMB));
        after(26);
        Draft wrong = drafts.poll();
        opened();
        hear(new ActionCommit(++frame));
        openlyHeard(BATTERY, frame);
        Draft right = drafts.poll();
        assertThat(wrong.isCancelled()).isTrue();
        assertThat(opened()).containsExactly(right);
        said(wrong, Outcome.PLAYED);
        assertThat(reports).isEmpty();
        long wrongNs = clock.nanoTime();
        clock.advanceMs(100);
        said(right, Outcome.PLAYED);
        assertThat(commands).isEmpty();
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.result().intent()).isEqualTo(Intent.QUERY_BATTERY);
            assertThat(report.spoken().fallbackNs()).as("not a reply").isEqualTo(wrongNs);
        });
    }

    @Test
    void shouldDoWhatFollowsAStopThatTheOpenEarDidNotHear() throws Exception {
        begin();
        commit(doubtful("stop"));
        after(26);
        assertThat(commands).as("safing waits for nothing").hasSize(1);
        hear(new ActionCommit(++frame));
        openlyHeard(CLIMB, frame);
        assertThat(commands).hasSize(2);
    }

    @Test
    void shouldActOnTheListWhenTheOpenEarNeverAnswers() throws Exception {
        begin();
        commit(doubtful(CLIMB));
        hear(new ActionCommit(++frame));
        after(26);
        said(drafts.poll(), Outcome.PLAYED);
        assertThat(reports).isEmpty();
        after(1_000);
        assertThat(commands).hasSize(1);
        assertThat(reports).hasSize(1);
        openlyHeard("something else", frame);
        assertThat(commands).as("the late answer changes nothing").hasSize(1);
    }

    @Test
    void shouldDoWhatWasAnsweredWhenTheOperatorSpeaksAgainBeforeTheOpenEarAnswers() throws Exception {
        begin();
        commit(doubtful(CLIMB));
        hear(new ActionCommit(++frame));
        after(26);
        begin();
        assertThat(commands).hasSize(1);
    }

    @Test
    void shouldCloseTheDeadlineWhenTheOpenEarHeardNothingEither() throws Exception {
        begin();
        TurnDeadline deadline = commit(new Transcript("[unk]", 0.2, 0, List.of()));
        openlyHeard("", frame);
        assertThat(deadline.state()).isEqualTo(State.CLOSED);
        assertThat(nothingHeard).containsExactly(turn);
    }

    @Test
    void shouldNotTakeWhatTheOpenEarHadHeardAtAnEarlierCommit() throws Exception {
        begin();
        commit(new Transcript("[unk]", 0.2, 0, List.of()));
        long asked = frame;
        hear(new SpeechResumed(++frame));
        commit(new Transcript("[unk] cancel", 0.2, 0, List.of()));
        openlyHeard(CLIMB, asked);
        openlyHeard("climb ten meters cancel", frame);
        hear(new ActionCommit(++frame));
        assertThat(commands).isEmpty();
        assertThat(drafts.poll().words()).isEqualTo("climb ten meters cancel");
    }

    @Test
    void shouldEndATurnThatTheOpenEarNeverAnswers() throws Exception {
        begin();
        TurnDeadline deadline = commit(new Transcript("[unk]", 0.2, 0, List.of()));
        hear(new ActionCommit(++frame));
        deadline.timeOut();
        tell(new MindMessage.Unanswered(deadline));
        assertThat(nothingHeard).containsExactly(turn);
        assertThat(stage.busy()).isFalse();
        tell(new MindMessage.Unanswered(deadline));
        assertThat(nothingHeard).hasSize(1);
    }

    @Test
    void shouldEndATurnWhoseOpenEarIsOvertakenByTheNext() throws Exception {
        begin();
        TurnDeadline deadline = commit(new Transcript("[unk]", 0.2, 0, List.of()));
        hear(new ActionCommit(++frame));
        begin();
        assertThat(deadline.state()).as("no fallback into the next turn").isEqualTo(State.CLOSED);
        assertThat(nothingHeard).containsExactly(turn - 1);
        assertThat(stage.busy()).isTrue();
    }

    @Test
    void shouldReportATurnWhoseReplyWasInterrupted() throws Exception {
        begin();
        commit(BATTERY);
        Draft draft = drafts.poll();
        hear(new ActionCommit(++frame));
        begin();
        said(draft, Outcome.HUSHED);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.turn()).isEqualTo(turn - 1);
            assertThat(report.spoken().outcome()).isEqualTo(Outcome.HUSHED);
        });
        assertThat(stage.busy()).as("the next turn is under way").isTrue();
        commit(BATTERY);
        end(drafts.poll(), Outcome.PLAYED);
        assertThat(reports).hasSize(2);
    }

    @Test
    void shouldReportAFallbackWhenTheDraftWasAbandoned() throws Exception {
        begin();
        commit(BATTERY);
        end(drafts.poll(), Outcome.ABANDONED);
        assertThat(reports).extracting(report -> report.spoken().outcome()).containsExactly(Outcome.ABANDONED);
    }

    @Test
    void shouldEndATurnThatHasAnAnnouncementSaidAgain() throws Exception {
        ReplyRequest waypoint = new ReplyRequest(Act.ANNOUNCE, "WAYPOINT", Slots.NONE, null, Map.of(), "", state);
        said(new Draft(1, 0, "", waypoint, 3), Outcome.PLAYED);
        whole("say again");
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.result().intent()).isEqualTo(Intent.SAY_AGAIN));
        assertThat(stage.busy()).isFalse();
    }

    @Test
    void shouldConfirmAChallengeInTheSameConversationOnly() throws Exception {
        whole(DROP);
        assertThat(reports.get(0).result().decision()).isEqualTo(Decision.CHALLENGE);
        tell(new MindMessage.NewConversation());
        whole("confirm release");
        assertThat(commands).isEmpty();
        whole(DROP);
        whole("confirm release");
        assertThat(commands).hasSize(1);
    }

    @Test
    void shouldIgnoreWhatBelongsToNoTurn() throws Exception {
        begin();
        turn--;
        hear(new PartialChanged(BATTERY, ++frame));
        hear(new ActionCommit(++frame));
        openlyHeard(CLIMB, frame);
        assertThat(drafts.isEmpty()).isTrue();
        assertThat(commands).isEmpty();
    }

    private void whole(String words) throws Exception {
        begin();
        commit(words);
        end(drafts.poll(), Outcome.PLAYED);
    }

    private void begin() throws Exception {
        turn++;
        frame += 10;
        clock.advanceMs(1_000);
        hear(new SpeechStarted(frame, frame));
    }

    private TurnDeadline commit(String words) throws Exception {
        return commit(new Transcript(words, 0.9, 0, List.of()));
    }

    private TurnDeadline commit(Transcript transcript) throws Exception {
        TurnDeadline deadline = new TurnDeadline(turn, clock.nanoTime(), clock.nanoTime() + 100_000_000);
        hear(new SpeechPaused(transcript, ++frame));
        tell(new MindMessage.Heard(new SpeechCommit(transcript, snrDb, ++frame), turn, clock.nanoTime(), deadline));
        return deadline;
    }

    private static Transcript doubtful(String words) {
        return new Transcript(words, 0.2, 0, List.of());
    }

    private void after(long ms) throws Exception {
        clock.advanceMs(ms);
        understanding.drain();
    }

    private void end(Draft draft, Outcome outcome) throws Exception {
        hear(new ActionCommit(++frame));
        said(draft, outcome);
    }

    private void hear(HearingEvent event) throws Exception {
        tell(new MindMessage.Heard(event, turn, clock.nanoTime(), null));
    }

    private void openlyHeard(String words, long upTo) throws Exception {
        Transcript open = words.isEmpty() ? Transcript.EMPTY : new Transcript(words, 0.8, 0, List.of());
        tell(new MindMessage.OpenlyHeard(open, upTo));
    }

    private void said(Draft draft, Outcome outcome) throws Exception {
        long audibleNs = outcome == Outcome.ABANDONED ? Trace.UNSET : clock.nanoTime();
        Draft.Text text = new Draft.Text(Drafts.spoken("Roger."), Drafts.GENERATED);
        tell(new MindMessage.Said(new Spoken(draft, text, audibleNs, Trace.UNSET, clock.nanoTime(), outcome)));
    }

    private void tell(MindMessage message) throws Exception {
        mind.offer(message);
        understanding.drain();
    }

    private List<Draft> opened() {
        List<Draft> opened = new ArrayList<>();
        for (PlaybackMessage next = playback.poll(); next != null; next = playback.poll()) {
            if (next instanceof PlaybackMessage.Open open) {
                opened.add(open.draft());
            }
        }
        return opened;
    }

    private UnderstandingStage.Ports ports(boolean speculates) {
        Gate gate = new Gate(Settings.defaults().safety(), -1);
        return new UnderstandingStage.Ports(
                new Phrases(),
                () -> new Dialogue(
                        gate, Settings.defaults().safety(), "skylark", "plain", number -> "<" + (int) number + ">"),
                () -> state,
                (command, number, nowNs) -> commands.add(command),
                number -> commands.add(gate.hold(state)),
                authority,
                list -> list.confidence() < 0.5,
                (list, open) -> list.confidence() < 0.5 && !(open.text().isEmpty() && ON_THE_LIST.contains(list.text()))
                        ? open
                        : list,
                (draft, now) -> draft.request().equals(now),
                3,
                speculates,
                new TurnListener() {
                    @Override
                    public void onTurn(TurnReport report) {
                        reports.add(report);
                        busyAtReport.add(stage.busy());
                    }

                    @Override
                    public void onNothingHeard(long number) {
                        nothingHeard.add(number);
                    }

                    @Override
                    public void onLost(long number) {
                        lost.add(number);
                    }
                });
    }

    /** Knows a few phrases. */
    private static final class Phrases implements Understander {
        private static final Map<String, Intent> INTENTS = Map.of(
                BATTERY,
                Intent.QUERY_BATTERY,
                "how high are you",
                Intent.QUERY_ALTITUDE,
                CLIMB,
                Intent.CLIMB,
                "climb ten meters cancel",
                Intent.CANCEL,
                "stop",
                Intent.STOP,
                DROP,
                Intent.RELEASE_PACKAGE,
                "confirm release",
                Intent.CONFIRM,
                "say again",
                Intent.SAY_AGAIN);

        @Override
        public Understanding understand(String words) {
            Intent intent = INTENTS.getOrDefault(words, Intent.OUT_OF_SCOPE);
            Slots slots = intent == Intent.CLIMB ? Slots.ofMetres(10) : Slots.NONE;
            return new Understanding(words, intent, slots, 0.97, Understanding.Route.GRAMMAR);
        }

        @Override
        public Completeness completeness(String wordsSoFar) {
            return INTENTS.containsKey(wordsSoFar) ? Completeness.COMPLETE : Completeness.INCOMPLETE;
        }
    }
}
