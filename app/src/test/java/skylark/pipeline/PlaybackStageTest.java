package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import skylark.domain.ReplySource;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.StageInvoker;
import skylark.watchdog.Evidence;
import skylark.watchdog.TurnDeadline;
import skylark.watchdog.TurnDeadline.State;

class PlaybackStageTest {
    private static final int CLIP = 5_000;
    private static final int REPLY = 1_000;
    private static final int OTHER = 9_000;

    private final ManualClock clock = new ManualClock();
    private final Link<PlaybackMessage> messages = new Link<>("playback", 64, new Doorbell());
    private final PlaybackStage.Accused accused =
            new PlaybackStage.Accused(new Evidence("voice"), new Evidence("playback"));
    private final Link<MindMessage> mind = new Link<>("understanding", 64, new Doorbell());
    private final TestLoudspeaker speaker = new TestLoudspeaker();
    private final Collection<Playing> unfinished = new ConcurrentLinkedQueue<>();
    private final StageInvoker playback = new StageInvoker(stage(speaker), clock);
    private final TurnDeadline deadline = deadline(7);

    @Test
    void shouldKeepTheGateShutUntilItIsOpened() throws Exception {
        Draft draft = Drafts.voiced(Drafts.reply(7), REPLY, 400);
        assertThat(playback.drain()).isZero();
        assertThat(speaker.heard).isEmpty();
        open(draft, deadline);
        playback.drain();
        assertThat(speaker.sliceLengths).containsExactly(160, 160, 80);
        assertThat(speaker.calls).containsExactly("begin turn-7", "end");
        assertThat(said()).singleElement().satisfies(spoken -> {
            assertThat(spoken.draft()).isSameAs(draft);
            assertThat(spoken.outcome()).isEqualTo(Spoken.Outcome.PLAYED);
            assertThat(spoken.source()).isEqualTo(ReplySource.GENERATED);
        });
    }

    @Test
    void shouldWaitForAWholeSliceWhileTheVoiceIsStillAtIt() throws Exception {
        Draft draft = Drafts.reply(7);
        draft.pcm().append(Drafts.sound(REPLY, 200), 0, 200);
        open(draft, deadline);
        playback.drain();
        assertThat(speaker.sliceLengths).containsExactly(160);
        draft.pcm().append(Drafts.sound(REPLY, 10), 0, 10);
        draft.pcm().complete();
        playback.drain();
        assertThat(speaker.sliceLengths).containsExactly(160, 50);
    }

    @Test
    void shouldCloseTheDeadlineWithTheFirstAudibleSample() throws Exception {
        Draft draft = Drafts.reply(7);
        draft.pcm().append(Drafts.sound(327, 160), 0, 160);
        draft.pcm().append(Drafts.sound(-328, 160), 0, 160);
        open(draft, deadline);
        cycles(2);
        assertThat(speaker.heard).containsExactly(327);
        assertThat(deadline.state()).as("quieter than -40 dBFS").isEqualTo(State.OPEN);
        clock.advanceMs(10);
        long audibleNs = clock.nanoTime();
        cycles(1);
        assertThat(deadline.state()).isEqualTo(State.CLOSED);
        clock.advanceMs(10);
        draft.pcm().complete();
        playback.drain();
        assertThat(said()).singleElement().extracting(Spoken::firstAudibleNs).isEqualTo(audibleNs);
    }

    @Test
    void shouldSoundTheFallbackAndThenTheLateReply() throws Exception {
        Draft draft = Drafts.reply(7);
        open(draft, deadline);
        playback.drain();
        clock.advanceMs(100);
        long fallbackNs = clock.nanoTime();
        fallBack(deadline);
        playback.drain();
        assertThat(speaker.heard).containsExactly(CLIP, CLIP);
        clock.advanceMs(50);
        long lateNs = clock.nanoTime();
        Drafts.voiced(draft, REPLY, 160);
        playback.drain();
        assertThat(speaker.heard).containsExactly(CLIP, CLIP, REPLY);
        assertThat(said()).singleElement().satisfies(spoken -> {
            assertThat(spoken.fallbackNs()).isEqualTo(fallbackNs);
            assertThat(spoken.firstAudibleNs()).isEqualTo(lateNs);
            assertThat(spoken.firstSoundNs()).isEqualTo(fallbackNs);
            assertThat(spoken.outcome()).isEqualTo(Spoken.Outcome.PLAYED);
        });
    }

    @Test
    void shouldLetADraftThatIsOpenedAfterTheFallbackFollowIt() throws Exception {
        fallBack(deadline);
        playback.drain();
        TurnDeadline second = deadline(7);
        open(Drafts.voiced(Drafts.reply(7), REPLY, 160), second);
        playback.drain();
        assertThat(speaker.heard).containsExactly(CLIP, CLIP, REPLY);
        assertThat(speaker.calls).containsExactly("begin turn-7", "end");
        assertThat(second.state()).as("the deadline of the commit that holds").isEqualTo(State.CLOSED);
        assertThat(said()).singleElement().satisfies(spoken -> assertThat(spoken.fallbackNs())
                .isNotEqualTo(Trace.UNSET));
    }

    @Test
    void shouldSayACorrectionInPlaceOfWhatWasBeingSaid() throws Exception {
        Draft wrong = Drafts.reply(7);
        wrong.pcm().append(Drafts.sound(REPLY, 320), 0, 320);
        open(wrong, deadline);
        long wrongNs = clock.nanoTime();
        playback.drain();
        clock.advanceMs(50);
        long rightNs = clock.nanoTime();
        Draft right = Drafts.voiced(Drafts.reply(7), OTHER, 160);
        open(right, deadline);
        playback.drain();
        assertThat(speaker.heard).containsExactly(REPLY, REPLY, OTHER);
        assertThat(speaker.calls).containsExactly("begin turn-7", "flush", "end");
        assertThat(said()).singleElement().satisfies(spoken -> {
            assertThat(spoken.draft()).isSameAs(right);
            assertThat(spoken.fallbackNs()).as("what was said was no reply").isEqualTo(wrongNs);
            assertThat(spoken.firstAudibleNs()).isEqualTo(rightNs);
        });
    }

    @Test
    void shouldNotTakeAnAnnouncementForTheLateReply() throws Exception {
        fallBack(deadline);
        playback.drain();
        open(Drafts.voiced(Drafts.announcement(7, 2), OTHER, 160), null);
        playback.drain();
        assertThat(speaker.heard).containsExactly(CLIP, CLIP);
        open(Drafts.voiced(Drafts.reply(7), REPLY, 160), deadline);
        playback.drain();
        assertThat(speaker.heard).containsExactly(CLIP, CLIP, REPLY, OTHER);
    }

    @Test
    void shouldNotInterruptAReplyThatBeganWhileTheFallbackWasOnItsWay() throws Exception {
        deadline.timeOut();
        open(Drafts.voiced(Drafts.reply(7), REPLY, 480), deadline);
        cycles(2);
        fallBack(deadline);
        playback.drain();
        assertThat(speaker.heard).containsExactly(REPLY, REPLY, REPLY);
    }

    @Test
    void shouldReportATurnWhoseDraftNeverComes() throws Exception {
        fallBack(deadline);
        playback.drain();
        clock.advanceMs(2_999);
        assertThat(playback.drain()).isZero();
        clock.advanceMs(1);
        playback.drain();
        assertThat(mind.poll()).isEqualTo(new MindMessage.Unanswered(deadline));
        assertThat(mind.poll()).isNull();
        assertThat(speaker.calls).endsWith("end");
        assertThat(deadline.state()).isNotEqualTo(State.OPEN);
    }

    @Test
    void shouldAbandonADraftAfterThreeSecondsWithoutSound() throws Exception {
        Draft draft = Drafts.reply(7);
        open(draft, deadline);
        playback.drain();
        clock.advanceMs(2_999);
        assertThat(playback.drain()).isZero();
        clock.advanceMs(1);
        playback.drain();
        assertThat(draft.isCancelled()).isTrue();
        assertThat(deadline.state()).isEqualTo(State.CLOSED);
        assertThat(said()).singleElement().satisfies(spoken -> {
            assertThat(spoken.outcome()).isEqualTo(Spoken.Outcome.ABANDONED);
            assertThat(spoken.firstSoundNs()).isEqualTo(Trace.UNSET);
            assertThat(spoken.source()).isEqualTo(ReplySource.FALLBACK);
        });
    }

    @Test
    void shouldNotCutAnEmergencyForAFallback() throws Exception {
        open(Drafts.voiced(Drafts.announcement(1, 0), OTHER, 480), null);
        cycles(2);
        Draft draft = Drafts.reply(7);
        open(draft, deadline);
        fallBack(deadline);
        playback.drain();
        assertThat(speaker.heard).containsExactly(OTHER, OTHER, OTHER);
        assertThat(speaker.calls).containsExactly("begin announcement-1", "end");
        Drafts.voiced(draft, REPLY, 160);
        playback.drain();
        assertThat(speaker.heard).endsWith(REPLY).doesNotContain(CLIP);
        assertThat(said()).extracting(Spoken::outcome).containsOnly(Spoken.Outcome.PLAYED);
    }

    @Test
    void shouldReportATurnThatIsNotAnsweredAfterAnEmergency() throws Exception {
        open(Drafts.voiced(Drafts.announcement(1, 0), OTHER, 480), null);
        cycles(2);
        fallBack(deadline);
        playback.drain();
        clock.advanceMs(3_000);
        playback.drain();
        assertThat(mind.poll()).isInstanceOf(MindMessage.Said.class);
        assertThat(mind.poll()).isEqualTo(new MindMessage.Unanswered(deadline));
        assertThat(speaker.heard).containsOnly(OTHER);
    }

    @Test
    void shouldHushWithinOneSlice() throws Exception {
        Draft draft = Drafts.voiced(Drafts.reply(7), REPLY, 16_000);
        Draft queued = Drafts.voiced(Drafts.announcement(1, 3), OTHER, 160);
        open(draft, deadline);
        open(queued, null);
        cycles(4);
        messages.offer(new PlaybackMessage.Hush(Draft.REPLY_PRIORITY));
        cycles(1);
        assertThat(speaker.calls).containsExactly("begin turn-7", "flush", "end");
        assertThat(playback.drain()).isZero();
        assertThat(speaker.heard).containsExactly(REPLY, REPLY);
        assertThat(draft.isCancelled()).isTrue();
        assertThat(queued.isCancelled()).isTrue();
        assertThat(said()).extracting(Spoken::outcome).containsExactly(Spoken.Outcome.HUSHED, Spoken.Outcome.HUSHED);
    }

    @Test
    void shouldNotHushAnEmergency() throws Exception {
        open(Drafts.voiced(Drafts.announcement(1, 0), OTHER, 320), null);
        cycles(2);
        messages.offer(new PlaybackMessage.Hush(Draft.REPLY_PRIORITY));
        playback.drain();
        assertThat(speaker.heard).containsExactly(OTHER, OTHER);
        assertThat(speaker.calls).doesNotContain("flush");
    }

    @Test
    void shouldLetAReplyInterruptProgressButNotAWarning() throws Exception {
        for (int priority = 0; priority <= 4; priority++) {
            Draft announcement = Drafts.voiced(Drafts.announcement(priority, priority), OTHER, 480);
            open(announcement, null);
            cycles(2);
            open(Drafts.voiced(Drafts.reply(10 + priority), REPLY, 160), deadline(10 + priority));
            playback.drain();
            assertThat(announcement.isCancelled()).as("priority %s", priority).isEqualTo(priority >= 2);
            assertThat(speaker.heard).endsWith(REPLY);
        }
    }

    @Test
    void shouldSayWhatWaitsByUrgencyAndThenInOrder() throws Exception {
        open(Drafts.voiced(Drafts.announcement(1, 0), 1_001, 160), null);
        cycles(2);
        open(Drafts.voiced(Drafts.announcement(2, 3), 1_006, 160), null);
        open(Drafts.voiced(Drafts.announcement(3, 0), 1_002, 160), null);
        open(Drafts.voiced(Drafts.announcement(4, 0), 1_003, 160), null);
        open(Drafts.voiced(Drafts.reply(7), 1_004, 160), deadline);
        open(Drafts.voiced(Drafts.announcement(5, 2), 1_005, 160), null);
        playback.drain();
        assertThat(speaker.heard).containsExactly(1_001, 1_002, 1_003, 1_004, 1_005, 1_006);
    }

    @Test
    void shouldTakeOverWhatWaitedWhenTheStageIsReplaced() throws Exception {
        Draft sounding = Drafts.voiced(Drafts.announcement(1, 0), OTHER, 480);
        Draft waiting = Drafts.voiced(Drafts.reply(7), REPLY, 160);
        open(sounding, null);
        cycles(2);
        open(waiting, deadline);
        cycles(1);
        assertThat(said()).isEmpty();

        StageInvoker next = new StageInvoker(stage(speaker), clock);
        next.drain();

        assertThat(speaker.heard).containsExactly(OTHER, REPLY);
        assertThat(said())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.draft()).isSameAs(sounding);
                            assertThat(first.outcome()).isEqualTo(Spoken.Outcome.ABANDONED);
                        },
                        second -> {
                            assertThat(second.draft()).isSameAs(waiting);
                            assertThat(second.outcome()).isEqualTo(Spoken.Outcome.PLAYED);
                        });
        playback.drain();
        assertThat(said()).as("the stage that was replaced reports nothing").isEmpty();
    }

    private PlaybackStage stage(TestLoudspeaker loudspeaker) {
        return new PlaybackStage(messages, loudspeaker, Drafts.sound(CLIP, 320), mind, unfinished, accused, clock);
    }

    private static TurnDeadline deadline(long turn) {
        return new TurnDeadline(turn, 0, 100_000_000);
    }

    private void open(Draft draft, TurnDeadline of) {
        messages.offer(new PlaybackMessage.Open(draft, of));
    }

    private void fallBack(TurnDeadline of) {
        of.timeOut();
        messages.offer(new PlaybackMessage.Fallback(of));
    }

    private void cycles(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            playback.invoke();
        }
    }

    private List<Spoken> said() {
        List<Spoken> said = new ArrayList<>();
        for (MindMessage message = mind.poll(); message != null; message = mind.poll()) {
            said.add(((MindMessage.Said) message).spoken());
        }
        return said;
    }
}
