package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static skylark.pipeline.PipelineRig.CLIP;
import static skylark.pipeline.PipelineRig.REPLY;
import static skylark.pipeline.PipelineRig.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skylark.domain.ReplySource;
import skylark.nlg.reply.Act;
import skylark.watchdog.Supervisor;

class PipelineTest {
    private final PipelineRig rig = new PipelineRig();

    @BeforeEach
    void start() {
        rig.pipeline.start();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void shouldAnswerATurn() {
        rig.speak();
        await("the report", () -> rig.reports.size() == 1);
        TurnReport report = rig.reports.get(0);
        assertThat(report.result().reply()).isEqualTo("Battery sixty two percent.");
        assertThat(report.result().source()).isEqualTo(ReplySource.GENERATED);
        assertThat(report.fallback()).isFalse();
        assertThat(rig.speaker.heard).containsOnly(REPLY);
        assertThat(rig.speaker.calls).containsExactly("begin turn-1", "end");
        assertThat(rig.trips).isEmpty();
        assertThat(rig.pipeline.refused().values()).containsOnly(0L);
    }

    @Test
    void shouldFallBackAndRestartAGeneratorThatHangsAndAnswerTheNextTurn() throws Exception {
        rig.hang("generator");
        rig.speak();
        rig.failing.await();
        rig.committed.await();
        rig.settle();
        rig.clock.advanceMs(260);
        await("the fallback", () -> rig.speaker.heard.contains(CLIP));
        assertThat(rig.speaker.heard).doesNotContain(REPLY);
        assertThat(rig.trips).isEmpty();

        rig.pass("the restart", () -> !rig.trips.isEmpty());
        assertThat(rig.trips).first().satisfies(trip -> {
            assertThat(trip.stage()).isEqualTo("generator");
            assertThat(trip.kind()).isEqualTo(Supervisor.Kind.STALLED);
            assertThat(trip.restarted()).isTrue();
        });
        rig.pass("the end of the turn", () -> !rig.reports.isEmpty());
        assertThat(rig.reports.get(0).fallback()).isTrue();
        assertThat(rig.reports.get(0).result().source()).isEqualTo(ReplySource.FALLBACK);
        assertThat(rig.reports.get(0).spoken().outcome()).isEqualTo(Spoken.Outcome.ABANDONED);

        rig.speak();
        await("the next report", () -> rig.reports.size() == 2);
        assertThat(rig.reports.get(1).fallback()).isFalse();
        assertThat(rig.reports.get(1).result().source()).isEqualTo(ReplySource.GENERATED);
        assertThat(rig.speaker.heard).endsWith(REPLY);
    }

    @Test
    void shouldSayAnAnnouncement() {
        Draft draft = rig.pipeline.announce(Drafts.request(Act.ANNOUNCE), 3);
        await("the announcement", () -> !rig.announced.isEmpty());
        assertThat(rig.announced.get(0).draft()).isSameAs(draft);
        assertThat(rig.announced.get(0).outcome()).isEqualTo(Spoken.Outcome.PLAYED);
        assertThat(rig.speaker.calls).containsExactly("begin announcement-1", "end");
        assertThat(rig.reports).isEmpty();
    }
}
