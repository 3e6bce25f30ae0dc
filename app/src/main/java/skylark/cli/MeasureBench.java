package skylark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skylark.app.Scratch;
import skylark.bench.compare.CompareResult;
import skylark.bench.compare.Comparison;
import skylark.bench.compare.Contrast;
import skylark.bench.page.BenchPage;
import skylark.bench.page.ComparePage;
import skylark.bench.run.Bench;
import skylark.bench.run.BenchFile;
import skylark.bench.run.BenchPlan;
import skylark.bench.run.BenchResult;
import skylark.bench.run.Children;
import skylark.bench.run.DevSet;
import skylark.bench.run.Playlist;
import skylark.bench.run.Program;
import skylark.bench.run.Replays;
import skylark.bench.run.Rounds;
import skylark.bench.run.StepFailed;
import skylark.domain.DomainJson;
import skylark.metrics.ProcessFacts;

/** {@code bench} by itself, and {@code bench --compare}: whole talks in processes of their own. */
final class MeasureBench {
    /** The option by which a process keeps a core busy. */
    static final String KEEP_BUSY = "--keep-busy";

    private static final int SHORT_COMPARISON = 10;
    private static final Path OUT = Path.of("out", "bench");

    private final Shared shared;
    private final boolean isShort;
    private final @Nullable Integer turns;
    private final Playlist recordings;
    private final @Nullable Path out;
    private final boolean json;

    /**
     * @param turns at most, of each talk; null for as many as it takes
     * @param out null for the usual place
     */
    MeasureBench(
            Shared shared,
            boolean isShort,
            @Nullable Integer turns,
            Path recordings,
            @Nullable Path out,
            boolean json) {
        this.shared = shared;
        this.isShort = isShort;
        this.turns = turns;
        this.recordings = Playlist.of(recordings);
        this.out = out;
        this.json = json;
        shared.settings(); // bad ones are told here, and not by each of the other processes
    }

    /**
     * All of it.
     *
     * @param dev null to leave its measures out
     * @param models null for the usual ones
     */
    int measure(@Nullable Path dev, @Nullable Path models) {
        Optional<DevSet> utterances = Optional.ofNullable(dev).map(DevSet::of);
        List<Path> folders = CaseStudyBench.folders(models);
        BenchOutput output = new BenchOutput(out == null ? OUT.resolve("bench.json") : out);
        BenchPlan plan = BenchPlan.of(isShort, recordings.size(), turns);
        try (Scratch scratch = Scratch.named("skylark-bench");
                Children children = new Children(scratch.folder())) {
            Bench.Means means = new Bench.Means(
                    OwnProgram.asThis(shared.passedOn()),
                    OwnProgram.words("bench", KEEP_BUSY),
                    CaseStudyBench.study(),
                    folders,
                    utterances,
                    children,
                    scratch.folder());
            return keep(new Bench(plan, recordings, means, this::progress).run(), output);
        }
    }

    private int keep(BenchResult result, BenchOutput output) {
        String commit = OwnProgram.commit(OwnProgram.home().orElse(Path.of(".")));
        BenchFile file =
                new BenchFile(ProcessFacts.machine(), commit, result.isShort(), result.measures(), result.errors());
        output.keep(DomainJson.write(file), BenchPage.render(file, result.talks()));
        print(DomainJson.write(file), file.lines(), output);
        return result.errors().isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND_WRONG;
    }

    /** Against a base, by turns. */
    int compare(Path baseFolder, int rounds) {
        Program base = Program.checkout("base", baseFolder, shared.passedOn());
        Program candidate = OwnProgram.launched(shared.passedOn());
        BenchOutput output = new BenchOutput(out == null ? OUT.resolve("compare.json") : out);
        int most = turns != null ? turns : isShort ? SHORT_COMPARISON : recordings.size();
        Playlist list = recordings.some(most);
        Rounds played;
        try (Scratch scratch = Scratch.named("skylark-bench");
                Children children = new Children(scratch.folder())) {
            Replays replays = new Replays(children, scratch.folder());
            played = Rounds.play(children, replays, base, candidate, list, rounds, this::progress);
        } catch (StepFailed e) {
            shared.console().err().println("skylark: " + e.getMessage());
            return ExitStatus.FOUND_WRONG;
        }
        List<Contrast> contrasts = Comparison.of(played.base(), played.candidate());
        Map<String, String> machine = ProcessFacts.machine();
        String now = OwnProgram.commit(OwnProgram.home().orElse(Path.of(".")));
        CompareResult result =
                CompareResult.of(machine, OwnProgram.commit(baseFolder), now, rounds, list.size(), contrasts);
        output.keep(DomainJson.write(result), ComparePage.render(result));
        print(DomainJson.write(result), result.lines(), output);
        result.complaints().forEach(line -> shared.console().err().println("skylark: worse: " + line));
        return result.failed() ? ExitStatus.FOUND_WRONG : ExitStatus.DONE;
    }

    private void print(String whole, List<String> lines, BenchOutput output) {
        if (json) {
            shared.console().out().println(whole);
        } else {
            lines.forEach(shared.console().out()::println);
        }
        progress("the page is " + output.page());
    }

    private void progress(String line) {
        shared.console().err().println("skylark: " + line);
    }
}
