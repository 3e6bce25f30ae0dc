package skylark.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.app.Scratch;
import skylark.bench.run.Children;
import skylark.bench.run.FaultCell;
import skylark.bench.run.FaultTrial;
import skylark.bench.run.Playlist;
import skylark.bench.run.PressedTalk;
import skylark.domain.DomainJson;
import skylark.pipeline.Fault;

/** {@code bench --faults}: every stage, every fault, and a machine under pressure. */
final class FaultBench {
    private FaultBench() {}

    /**
     * Tries them all, printing each.
     *
     * @param stage only this one, and no pressure; null for all
     */
    static int run(Shared shared, Path recordings, @Nullable String stage, boolean json) {
        shared.settings(); // bad ones are told here, and not by each of the other processes
        Console console = shared.console();
        List<String> stages = stage == null
                ? Fault.stages()
                : List.of(Fault.parse(stage + ":hung", "--stage").stage());
        try (Scratch scratch = Scratch.named("skylark-faults");
                Children children = new Children(scratch.folder())) {
            FaultTrial trial = new FaultTrial(
                    children,
                    scratch.folder(),
                    OwnProgram.asThis(shared.passedOn()),
                    Playlist.of(recordings),
                    line -> console.err().println("skylark: " + line));
            if (!json) {
                console.out().println(FaultCell.head());
            }
            List<FaultCell> cells =
                    trial.stages(stages, Fault.kinds(), cell -> print(console, json, cell, cell.line()));
            List<PressedTalk> talks = stage != null
                    ? List.of()
                    : trial.pressed(
                            OwnProgram.words("bench", MeasureBench.KEEP_BUSY),
                            talk -> print(console, json, talk, talk.line()));
            long held = cells.stream().filter(FaultCell::holds).count()
                    + talks.stream().filter(PressedTalk::holds).count();
            int all = stages.size() * Fault.kinds().size() + (stage == null ? FaultTrial.PRESSED : 0);
            console.err().println("skylark: " + held + " of " + all + " as they should be");
            return held == all ? ExitStatus.DONE : ExitStatus.FOUND_WRONG;
        }
    }

    private static void print(Console console, boolean json, Object whole, String line) {
        console.out().println(json ? DomainJson.write(whole) : line);
    }
}
