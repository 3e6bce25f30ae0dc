package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import skylark.audio.hear.Completeness;
import skylark.audio.hear.Endpoint;
import skylark.audio.hear.EndpointRules;
import skylark.audio.hear.Hearing;
import skylark.audio.hear.Recogniser;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.audio.hear.SpeechDetector;
import skylark.audio.hear.SpeechGate;
import skylark.pipeline.OpenEarMessage.Command;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.StageInvoker;
import skylark.watchdog.Supervisor;
import skylark.watchdog.WatchdogStage;

/** When the open ear is asked: in pauses, about words that are in doubt, once for the same words. */
class HearingStageTest {
    private static final Transcript SURE = new Transcript("land now", 0.99, 0, List.of());
    private static final Transcript DOUBTFUL = new Transcript("lend now", 0.6, 0, List.of());
    private static final Transcript OTHER = new Transcript("lend me now", 0.6, 0, List.of());

    private final ManualClock clock = new ManualClock();
    private final Link<Frame> frames = new Link<>("hearing", 256, new Doorbell());
    private final Link<OpenEarMessage> openEar = new Link<>("open-ear", 512, new Doorbell());
    private final Link<MindMessage> mind = new Link<>("understanding", 256, new Doorbell());
    private final Queue<Transcript> looks = new ArrayDeque<>();
    private int holds;
    private final StageInvoker hearing = new StageInvoker(
            new HearingStage(
                    frames,
                    events -> new Hearing(new Loud(), new SpeechGate(0.5f, 2), new Scripted(), endpoint(), events),
                    openEar,
                    mind,
                    new WatchdogStage(new Doorbell(), late -> true, new Supervisor(trip -> {})),
                    () -> 100_000_000,
                    new AtomicLong(),
                    new StopLine(turn -> holds++),
                    clock),
            clock);
    private long index;
    private String saying = "";

    private static Endpoint endpoint() {
        return new Endpoint(EndpointRules.DEFAULT, words -> Completeness.OPEN);
    }

    @Test
    void shouldNotAskAboutWordsThatAreSure() throws Exception {
        assertThat(asked(SURE, SURE)).isEmpty();
    }

    @Test
    void shouldAskOnceInTheFirstFrameOfThePause() throws Exception {
        looks.addAll(List.of(DOUBTFUL, DOUBTFUL, DOUBTFUL));
        commands(); // what a new stage says first
        hear(true, 5);
        hear(false, 1);
        assertThat(commands()).containsExactly(Command.START, Command.REPORT);

        hear(false, 40);
        assertThat(commands()).containsExactly(Command.FINISH);
    }

    @Test
    void shouldAskAgainWhenALaterLookBringsOtherWords() throws Exception {
        assertThat(asked(DOUBTFUL, OTHER)).containsExactly(Command.REPORT, Command.REPORT);
    }

    @Test
    void shouldAskAgainInTheNextTurn() throws Exception {
        assertThat(asked(DOUBTFUL, DOUBTFUL)).containsExactly(Command.REPORT);
        assertThat(asked(DOUBTFUL, DOUBTFUL)).containsExactly(Command.REPORT);
    }

    @Test
    void shouldHoldTheVehicleBeforeAnythingElseHasHeardOfIt() throws Exception {
        Transcript stop = new Transcript("skylark stop", 0.99, 0, List.of());
        looks.addAll(List.of(stop, stop, stop, stop));
        hear(true, 5);
        saying = "skylark stop";
        hear(true, 2);
        hear(false, 2);
        assertThat(holds).as("it may go on").isZero();

        hear(false, 1);
        assertThat(holds).isEqualTo(1);
        saying = "skylark stop now";
        hear(true, 20);
        assertThat(holds).as("once a turn").isEqualTo(1);
    }

    /** What it asked in a turn of open words, whose first look brought these, and whose two later ones those. */
    private List<Command> asked(Transcript first, Transcript then) throws Exception {
        looks.addAll(List.of(first, then, then));
        hear(true, 5);
        hear(false, 40);
        return commands().stream().filter(Command.REPORT::equals).toList();
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (OpenEarMessage next = openEar.poll(); next != null; next = openEar.poll()) {
            if (next instanceof Command command) {
                commands.add(command);
            }
        }
        return commands;
    }

    private void hear(boolean speech, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Frame frame = new Frame();
            frame.index = index++;
            frame.samples[0] = (short) (speech ? 1 : 0);
            frames.offer(frame);
            hearing.drain();
        }
    }

    private static final class Loud implements SpeechDetector {
        @Override
        public float speechProbability(short[] samples, int offset) {
            return samples[offset];
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    private final class Scripted implements Recogniser {
        @Override
        public boolean accept(short[] samples, int length) {
            return true;
        }

        @Override
        public String partial() {
            return saying;
        }

        @Override
        public Transcript finish() {
            return looks.remove();
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}
