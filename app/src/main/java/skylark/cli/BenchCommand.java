package skylark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skylark.bench.run.Busy;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;

/** Measures. */
@Command(
        name = "bench",
        description = "Measures everything there are limits for, in processes of its own, and holds it against them.")
final class BenchCommand implements Callable<Integer> {
    private static final Path RECORDINGS = Path.of("audio/recordings/manifest.jsonl");

    private final Shared shared;

    @Option(names = "--short", description = "Few turns: two minutes instead of hours, and rough figures.")
    private boolean isShort;

    @Option(names = "--dev", paramLabel = "DIR", description = "The development sets; else their measures are absent.")
    private @Nullable Path dev;

    @Option(
            names = "--out",
            paramLabel = "F.json",
            description = "The page goes beside it; of --endpoint, a folder (default: out/bench/bench.json).")
    private @Nullable Path out;

    @Option(names = "--compare", paramLabel = "BASE", description = "A built checkout, run by turns with this one.")
    private @Nullable Path compare;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description = "Of --compare: how often each plays all (default: ${DEFAULT-VALUE}).")
    private int rounds = 2;

    @Option(names = "--turns", paramLabel = "N", description = "At most so many turns of each talk.")
    private @Nullable Integer turns;

    @Option(names = "--case-study", description = "The rows of the case study, FP32 against INT8.")
    private boolean caseStudy;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Models to compare, a folder each (default: models/work/case-study, if it is there).")
    private @Nullable Path models;

    @Option(
            names = "--endpoint",
            description = "Cut-ins against delay: the rules for the end of a turn, shorter and longer.")
    private boolean endpoint;

    @Option(
            names = "--faults",
            description =
                    "Every stage made to fail in every way, in real time: what was noticed, and who was answered.")
    private boolean faults;

    @Option(names = "--stage", paramLabel = "STAGE", description = "Of --faults: only this one.")
    private @Nullable String stage;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "A few turns with ONNX Runtime's profile, a flight recording and a trace, left there.")
    private @Nullable Path profile;

    @Option(
            names = "--recordings",
            paramLabel = "PATH",
            description = "A manifest, labelled (default: audio/recordings/manifest.jsonl).")
    private @Nullable Path recordings;

    @Option(names = "--json", description = "JSON on standard output instead of a table.")
    private boolean json;

    @Option(names = CaseStudyBench.IN_THIS_PROCESS, hidden = true, description = "Measures one model.")
    private boolean inThisProcess;

    @Option(names = MeasureBench.KEEP_BUSY, hidden = true, description = "Until standard input ends.")
    private boolean keepBusy;

    @Parameters(arity = "0..1", hidden = true, paramLabel = "MODEL")
    private @Nullable Path model;

    BenchCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        if (keepBusy) {
            Busy.until(shared.console().in());
            return ExitStatus.DONE;
        }
        if (inThisProcess) {
            shared.console().out().println(DomainJson.write(CaseStudyBench.measuredHere(model)));
            return ExitStatus.DONE;
        }
        check();
        if (caseStudy) {
            CaseStudyBench.run(shared.console(), models, json);
            return ExitStatus.DONE;
        }
        if (endpoint) {
            new EndpointBench(shared, recordings(), out, json).run();
            return ExitStatus.DONE;
        }
        if (faults) {
            return FaultBench.run(shared, recordings(), stage, json);
        }
        if (profile != null) {
            int most = turns == null ? ProfileBench.turns(isShort) : turns;
            return ProfileBench.run(shared, recordings(), profile, most);
        }
        MeasureBench bench = new MeasureBench(shared, isShort, turns, recordings(), out, json);
        return compare == null ? bench.measure(dev, models) : bench.compare(compare, rounds);
    }

    private void check() {
        long modes = Stream.of(caseStudy, endpoint, faults, compare != null, profile != null)
                .filter(mode -> mode)
                .count();
        if (modes > 1 || model != null) {
            throw new BadInputException(
                    "bench: expected nothing, or one of --compare, --case-study, --endpoint, --faults and --profile");
        }
        if (stage != null && !faults) {
            throw new BadInputException("bench: --stage belongs to --faults");
        }
        if ((turns != null && turns < 1) || rounds < 1) {
            throw new BadInputException("bench: expected --turns and --rounds of at least 1");
        }
    }

    /** The shipped ones of this folder, or of the checkout that this was built in. */
    private Path recordings() {
        if (recordings != null) {
            return recordings;
        }
        return Files.exists(RECORDINGS)
                ? RECORDINGS
                : OwnProgram.home().map(home -> home.resolve(RECORDINGS)).orElse(RECORDINGS);
    }
}
