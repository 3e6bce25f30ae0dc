package skylark.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lets every stage fail in every way, in earnest and in real time: a process and a few turns for each. */
public final class FaultTrial {
    /** How many talks under pressure there are. */
    public static final int PRESSED = 3;

    private static final int TURNS = 4;
    private static final int PRESSED_TURNS = 12;
    private static final int GARBAGE_MB_PER_S = 300;

    private final Children children;
    private final Replays replays;
    private final Program program;
    private final Playlist recordings;
    private final Consumer<String> warnings;

    /**
     * @param scratch a folder for what need not be kept
     * @param warnings told of a trial that could not be made
     */
    public FaultTrial(
            Children children, Path scratch, Program program, Playlist recordings, Consumer<String> warnings) {
        this.children = children;
        this.replays = new Replays(children, scratch);
        this.program = program;
        this.recordings = recordings;
        this.warnings = warnings;
    }

    /**
     * All of them.
     *
     * @param each is given each one as it is known
     */
    public List<FaultCell> stages(List<String> stages, List<String> kinds, Consumer<FaultCell> each) {
        List<FaultCell> cells = new ArrayList<>();
        for (String stage : stages) {
            for (String kind : kinds) {
                attempt(() -> {
                    FaultCell cell = FaultCell.of(stage, kind, failing(stage + ":" + kind));
                    cells.add(cell);
                    each.accept(cell);
                });
            }
        }
        return cells;
    }

    /**
     * No stage fails, but the machine or the collector leaves them little: every core wanted by another process, the
     * collector pressed, both.
     *
     * @param busy words that begin a process which keeps a core busy
     */
    public List<PressedTalk> pressed(List<String> busy, Consumer<PressedTalk> each) {
        List<PressedTalk> talks = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        List<String> garbage = List.of("--garbage", String.valueOf(GARBAGE_MB_PER_S));
        pressed("every core wanted by others", busy, cores, List.of(), talks, each);
        pressed(GARBAGE_MB_PER_S + " MB/s of garbage", busy, 0, garbage, talks, each);
        pressed("both", busy, cores, garbage, talks, each);
        return talks;
    }

    private void pressed(
            String what,
            List<String> busy,
            int cores,
            List<String> options,
            List<PressedTalk> talks,
            Consumer<PressedTalk> each) {
        attempt(() -> {
            try (BusyCores load = BusyCores.load(children, busy, cores)) {
                Playlist list = recordings.some(PRESSED_TURNS);
                PressedTalk talk = PressedTalk.of(what, replays.play(what, program, list, list.size(), options));
                load.check();
                talks.add(talk);
                each.accept(talk);
            }
        });
    }

    private Played failing(String fault) {
        Playlist list = recordings.some(TURNS);
        return replays.play("the replay with " + fault, program, list, list.size(), List.of("--fault", fault));
    }

    private void attempt(Runnable trial) {
        try {
            trial.run();
        } catch (StepFailed e) {
            warnings.accept("failed: " + e.getMessage());
        }
    }
}
