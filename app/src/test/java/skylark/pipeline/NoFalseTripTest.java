package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import skylark.nlg.reply.Act;

/** An hour of turns and announcements, with stages as busy as they may be: nobody is accused of anything. */
class NoFalseTripTest {
    private static final long MS = 1_000_000;
    private static final long HOUR_MS = 3_600_000;

    /** What a stage takes on a busy machine, in milliseconds: mostly, and now and then. */
    private static final Map<String, int[]> WORK = Map.of(
            "capture", new int[] {1, 15},
            "hearing", new int[] {2, 8},
            "open-ear", new int[] {20, 90}, // a frame
            "understanding", new int[] {10, 110},
            "tokenizer", new int[] {2, 70},
            "generator", new int[] {40, 190},
            "voice", new int[] {60, 290},
            "playback", new int[] {1, 30});

    private final VirtualTime time = new VirtualTime();

    @Test
    @Tag("slow")
    void shouldAccuseNobodyInAnHour() throws Exception {
        long seed = new Random().nextLong();
        Random chance = new Random(seed);
        try (PipelineRig rig = time.within(() -> started(seed))) {
            while (time.nanoTime() < HOUR_MS * MS) {
                RecordingSource.Cue cue = rig.speak(15 + chance.nextInt(120));
                if (chance.nextInt(3) == 0) {
                    time.pass(chance.nextInt(2_000));
                    rig.pipeline.announce(Drafts.request(Act.ANNOUNCE), chance.nextInt(5));
                }
                time.passUntil("the end of a turn", 60_000, cue::ended);
                time.pass(chance.nextInt(4_000));
            }
            assertThat(rig.trips).as("with the seed %d", seed).isEmpty();
            assertThat(rig.reports.size()).as("with the seed %d", seed).isGreaterThan(300);
        }
    }

    private PipelineRig started(long seed) {
        PipelineRig rig = new PipelineRig(time, new Pipeline.Timing(120 * MS, 35 * MS, 800 * MS), Injection.NONE);
        Random chance = new Random(seed + 1);
        rig.workload = stage -> work(stage, chance);
        rig.pipeline.start();
        return rig;
    }

    private void work(String stage, Random chance) {
        int[] ms = WORK.get(stage);
        int mostMs = chance.nextInt(50) == 0 ? ms[1] : ms[0];
        long endNs = time.nanoTime() + chance.nextInt(mostMs + 1) * MS;
        while (time.nanoTime() < endNs && !Thread.currentThread().isInterrupted()) {
            time.park(this, endNs - time.nanoTime());
        }
    }
}
