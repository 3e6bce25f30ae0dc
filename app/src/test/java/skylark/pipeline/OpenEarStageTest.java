package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skylark.audio.hear.EndpointRules;
import skylark.audio.hear.OpenEar;
import skylark.audio.hear.Recogniser;
import skylark.pipeline.OpenEarMessage.Command;
import skylark.stage.Doorbell;
import skylark.stage.Link;

class OpenEarStageTest {
    /** Frames the ear hears at one step at most. */
    private static final int BURST = 4;

    private final Doorbell bell = new Doorbell();
    private final Link<OpenEarMessage> messages = new Link<>("open-ear", 512, bell, message -> true);
    private final Link<MindMessage> mind = new Link<>("understanding", 16, bell, message -> true);
    private final CountingRecogniser recogniser = new CountingRecogniser();
    private final OpenEarStage stage = new OpenEarStage(messages, new OpenEar(recogniser, EndpointRules.DEFAULT), mind);
    private long frames;

    @Test
    void shouldTakeNoLongerStepsHoweverLongTheTurnAndHoweverOftenItIsAsked() {
        messages.offer(Command.START);
        speak(200);
        messages.offer(Command.REPORT);
        speak(3);
        messages.offer(Command.REPORT);

        assertThat(longestStep()).isLessThanOrEqualTo(BURST);
        assertThat(reports()).containsExactly("200 frames", "203 frames");
    }

    @Test
    void shouldReportAllThatWasHeardBeforeATurnIsDiscarded() {
        messages.offer(Command.START);
        speak(50);
        messages.offer(Command.REPORT);
        messages.offer(Command.DISCARD);
        speak(2);
        messages.offer(Command.REPORT);

        assertThat(longestStep()).isLessThanOrEqualTo(BURST);
        assertThat(reports()).containsExactly("50 frames", "50 frames", "");
    }

    private void speak(int count) {
        for (int i = 0; i < count; i++) {
            Frame frame = new Frame();
            frame.index = frames++;
            messages.offer(frame);
        }
    }

    private int longestStep() {
        int longest = 0;
        int before = recogniser.accepted;
        while (stage.doWork(0) > 0) {
            longest = Math.max(longest, recogniser.accepted - before);
            before = recogniser.accepted;
        }
        return longest;
    }

    private List<String> reports() {
        List<String> texts = new ArrayList<>();
        for (MindMessage message = mind.poll(); message != null; message = mind.poll()) {
            texts.add(((MindMessage.OpenlyHeard) message).transcript().text());
        }
        return texts;
    }

    /** Its words are how much it heard. */
    private static final class CountingRecogniser implements Recogniser {
        int accepted;
        private int heard;

        @Override
        public boolean accept(short[] samples, int length) {
            accepted++;
            heard++;
            return true;
        }

        @Override
        public String partial() {
            return "";
        }

        @Override
        public Transcript finish() {
            Transcript all = new Transcript(heard + " frames", 1, 0, List.of());
            heard = 0;
            return all;
        }

        @Override
        public void reset() {
            heard = 0;
        }

        @Override
        public void close() {}
    }
}
