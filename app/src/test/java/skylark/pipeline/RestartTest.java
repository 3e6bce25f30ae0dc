package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skylark.domain.ReplySource;
import skylark.watchdog.Supervisor;

/** Every stage, killed and hung in the middle of a turn: it is named and replaced, and the next turn is answered. */
class RestartTest {
    private static final List<String> STAGES =
            List.of("capture", "hearing", "open-ear", "understanding", "tokenizer", "generator", "voice", "playback");

    private final PipelineRig rig = new PipelineRig();

    @BeforeEach
    void start() {
        rig.pipeline.start();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<Arguments> failures() {
        return STAGES.stream().flatMap(stage -> Stream.of(Arguments.of(stage, false), Arguments.of(stage, true)));
    }

    @ParameterizedTest(name = "{0}, hangs: {1}")
    @MethodSource("failures")
    void shouldAnswerTheTurnAfterAFailure(String stage, boolean hangs) throws Exception {
        rig.speak();
        PipelineRig.await("a turn that goes well", () -> rig.reports.size() == 1 && !rig.pipeline.busy());
        fail(stage, hangs);
        RecordingSource.Cue broken = rig.speak(40);
        rig.failing.await();
        rig.pass("the restart", () -> !rig.trips.isEmpty());
        assertThat(rig.trips).first().satisfies(trip -> {
            assertThat(trip.stage()).isEqualTo(stage);
            assertThat(trip.kind()).isEqualTo(hangs ? Supervisor.Kind.STALLED : Supervisor.Kind.CRASHED);
        });
        rig.pass("the end of the turn that failed", () -> broken.ended() && !rig.pipeline.busy());
        int before = rig.reports.size();
        long lastTurn = rig.reports.get(before - 1).turn();

        RecordingSource.Cue next = rig.speak(40);
        PipelineRig.await("the next turn", () -> rig.reports.size() > before);

        TurnReport report = rig.reports.get(before);
        assertThat(report.result().source()).isEqualTo(ReplySource.GENERATED);
        assertThat(report.spoken().outcome()).isEqualTo(Spoken.Outcome.PLAYED);
        assertThat(report.turn()).as("turn numbers go on").isGreaterThan(lastTurn);
        assertThat(report.commitFrame()).as("its own words").isGreaterThan(next.firstFrame());
        assertThat(rig.framesHeard).as("frame numbers go on").isSorted();
    }

    private void fail(String stage, boolean hangs) {
        if (hangs) {
            rig.hang(stage);
        } else {
            rig.crash(stage);
        }
    }
}
