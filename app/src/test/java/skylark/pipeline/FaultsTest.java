package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skylark.domain.ReplySource;
import skylark.watchdog.Supervisor;

/**
 * Every stage with every fault, in the middle of a turn, by a time that passes only when all threads wait: noticed by
 * name within a second, and the stage at work again within three.
 */
class FaultsTest {
    private static final long MS = 1_000_000;
    private static final long NOTICED_MS = 1_000;
    private static final long RECOVERED_MS = 3_000;
    private static final long DEADLINE_MS = 120;
    private static final Set<String> REPLYING = Set.of("understanding", "tokenizer", "generator", "voice");
    private static final Map<Fault.Kind, Supervisor.Kind> NOTICED_AS = Map.of(
            Fault.Kind.SLOW, Supervisor.Kind.SLOW,
            Fault.Kind.HUNG, Supervisor.Kind.STALLED,
            Fault.Kind.CRASHED, Supervisor.Kind.CRASHED,
            Fault.Kind.FLOODING, Supervisor.Kind.FLOODING,
            Fault.Kind.STARVED, Supervisor.Kind.STARVED,
            Fault.Kind.LYING, Supervisor.Kind.LYING);

    private final VirtualTime time = new VirtualTime();
    private PipelineRig rig;
    private Injection injection;

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<Arguments> faults() {
        return Fault.stages().stream()
                .flatMap(stage -> Stream.of(Fault.Kind.values()).map(kind -> Arguments.of(stage, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void shouldNoticeItByNameInASecondAndGoOnWithinThree(String stage, Fault.Kind kind) throws Exception {
        start(new Fault(stage, kind));
        rig.speak(40);
        time.passUntil("a turn that goes well", 10_000, () -> rig.reports.size() == 1 && !rig.pipeline.busy());
        assertThat(rig.trips).isEmpty();

        RecordingSource.Cue broken = rig.speak(40);
        injection.arm();
        time.passUntil("the trip", 10_000, () -> !rig.trips.isEmpty());
        long noticedNs = time.nanoTime();

        assertThat(rig.trips.get(0).stage()).as("%s", rig.trips).isEqualTo(stage);
        assertThat(rig.trips.get(0).kind()).isEqualTo(NOTICED_AS.get(kind));
        assertThat(rig.trips.get(0).restarted()).isTrue();
        assertThat((noticedNs - injection.sinceNs()) / MS).isLessThanOrEqualTo(NOTICED_MS);

        time.pass(RECOVERED_MS - 1_300);
        time.passUntil("the end of the turn that failed", 10_000, () -> broken.ended() && !rig.pipeline.busy());
        int before = rig.reports.size();
        RecordingSource.Cue next = rig.speak(40);
        time.passUntil("the next turn", 10_000, () -> rig.reports.size() > before && !rig.pipeline.busy());
        TurnReport report = rig.reports.get(before);
        assertThat(report.commitFrame()).as("its own words").isGreaterThan(next.firstFrame());
        assertThat(report.result().source()).isEqualTo(ReplySource.GENERATED);
        assertThat(report.fallback()).isFalse();
        assertThat(report.c2aMs()).isLessThanOrEqualTo(DEADLINE_MS);
        assertThat(rig.trips)
                .as("nobody else is accused")
                .extracting(Supervisor.Trip::stage)
                .containsOnly(stage);
    }

    static Stream<Arguments> faultsBetweenCommitAndPlayback() {
        return REPLYING.stream().sorted().flatMap(stage -> Stream.of(Fault.Kind.values())
                .map(kind -> Arguments.of(stage, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faultsBetweenCommitAndPlayback")
    void shouldSoundInTimeAllTheSame(String stage, Fault.Kind kind) throws Exception {
        start(new Fault(stage, kind));
        rig.speak(40);
        time.passUntil("a turn that goes well", 10_000, () -> rig.reports.size() == 1 && !rig.pipeline.busy());
        rig.commits.clear();
        rig.paced.soundsNs.clear();
        rig.speak(40);
        injection.arm();
        time.passUntil("the commit", 10_000, () -> !rig.commits.isEmpty());
        long committedNs = rig.commits.get(0);
        time.pass(DEADLINE_MS);
        List<Long> sounds = rig.paced.soundsNs;
        assertThat(sounds).as("sound within the deadline").isNotEmpty();
        assertThat((sounds.get(0) - committedNs) / MS).isLessThanOrEqualTo(DEADLINE_MS);
    }

    private void start(Fault fault) throws Exception {
        injection = new Injection(fault, time);
        rig = time.within(() -> {
            PipelineRig made = new PipelineRig(time, new Pipeline.Timing(120 * MS, 35 * MS, 800 * MS), injection);
            made.pipeline.start();
            return made;
        });
    }
}
