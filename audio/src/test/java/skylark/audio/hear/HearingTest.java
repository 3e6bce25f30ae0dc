package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skylark.audio.hear.HearingEvent.ActionCommit;
import skylark.audio.hear.HearingEvent.PartialChanged;
import skylark.audio.hear.HearingEvent.SpeechCommit;
import skylark.audio.hear.HearingEvent.SpeechPaused;
import skylark.audio.hear.HearingEvent.SpeechResumed;
import skylark.audio.hear.HearingEvent.SpeechStarted;
import skylark.audio.hear.HearingEvent.TurnDiscarded;
import skylark.audio.hear.Recogniser.Transcript;

/** A frame's first sample is its word, its second one says whether it is speech. */
class HearingTest {
    private final ScriptedRecogniser recogniser = new ScriptedRecogniser();
    private final List<HearingEvent> events = new ArrayList<>();
    private final Detector detector = new Detector();
    private final Hearing hearing = new Hearing(
            detector,
            SpeechGate.usual(),
            recogniser,
            new Endpoint(
                    EndpointRules.DEFAULT, words -> words.endsWith("5") ? Completeness.COMPLETE : Completeness.OPEN),
            events::add);
    private long index;

    private static final class Detector implements SpeechDetector {
        boolean closed;

        @Override
        public float speechProbability(short[] samples, int offset) {
            return samples[offset + 1];
        }

        @Override
        public void reset() {}

        @Override
        public void close() {
            closed = true;
        }
    }

    private void hear(boolean speech, int... words) {
        for (int word : words) {
            short[] frame = new short[SpeechDetector.FRAME_SAMPLES];
            frame[0] = (short) word;
            frame[1] = (short) (speech ? 1 : 0);
            hearing.accept(frame, index++);
        }
    }

    private void silence(int frames) {
        hear(false, new int[frames]);
    }

    @Test
    void shouldCommitToTheLastWordsInTheFirstSilence() {
        silence(20);
        hear(true, 1, 2, 3, 4, 5);
        silence(3);

        assertThat(events.get(0)).isEqualTo(new SpeechStarted(21, 0));
        assertThat(events)
                .containsSubsequence(
                        new SpeechPaused(new Transcript("1 2 3 4 5", 1, 0, List.of()), 25),
                        new PartialChanged("1 2 3 4 5", 25));
        assertThat(last()).isInstanceOfSatisfying(SpeechCommit.class, commit -> {
            assertThat(commit.words()).isEqualTo("1 2 3 4 5");
            assertThat(commit.frame()).isEqualTo(27);
            assertThat(commit.audioS()).isEqualTo(28 * 0.032);
        });

        silence(13);
        assertThat(last()).isEqualTo(new ActionCommit(40));
    }

    @Test
    void shouldHearAWordThatBeganBeforeTheOnset() {
        silence(20);
        hear(false, 7, 8);
        hear(true, 1, 5);
        silence(3);

        assertThat(((SpeechCommit) last()).words()).isEqualTo("7 8 1 5");
    }

    @Test
    void shouldGoOnWhenSpeechResumes() {
        hear(true, 1, 2, 3, 5);
        silence(4);
        hear(true, 6, 7, 5);
        silence(3);

        assertThat(events).anyMatch(SpeechResumed.class::isInstance);
        assertThat(((SpeechCommit) last()).words()).isEqualTo("1 2 3 5 6 7 5");
    }

    @Test
    void shouldTakeBackACommitWhoseWordsWereNotAll() {
        hear(true, 1, 2, 5);
        silence(4);
        hear(false, 6);
        silence(30);

        assertThat(events.stream().filter(SpeechCommit.class::isInstance).map(e -> ((SpeechCommit) e).words()))
                .containsExactly("1 2 5", "1 2 5 6");
        assertThat(last()).isInstanceOf(ActionCommit.class);
    }

    @Test
    void shouldDiscardNoiseAndBeReadyForTheNextTurn() {
        hear(true, 0, 0, 0);
        silence(40);
        assertThat(last()).isInstanceOf(TurnDiscarded.class);

        hear(true, 1, 5);
        silence(3);
        assertThat(((SpeechCommit) last()).words()).isEqualTo("1 5");
    }

    @Test
    void shouldCommitAtTheLongestTurnWithAllItsWords() {
        for (int i = 0; i < EndpointRules.DEFAULT.capFrames(); i++) {
            hear(true, i < 5 ? i : i == EndpointRules.DEFAULT.capFrames() - 1 ? 99 : 0);
        }

        assertThat(((SpeechCommit) last()).words()).isEqualTo("1 2 3 4 99");
        assertThat(events.get(events.size() - 2)).isInstanceOf(HearingEvent.TurnCut.class);
    }

    @Test
    void shouldCloseWhatItOwns() {
        hearing.close();

        assertThat(recogniser.closed).isTrue();
        assertThat(detector.closed).isTrue();
    }

    private HearingEvent last() {
        return events.get(events.size() - 1);
    }
}
