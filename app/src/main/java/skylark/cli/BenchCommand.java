package skylark.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skylark.bench.CaseStudy;
import skylark.bench.CaseStudyTable;
import skylark.bench.ModelFigures;
import skylark.bench.ModelProbe;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.nlg.compose.ExportedModel;
import skylark.nlg.compose.ModelFolder;

/** Measures. */
@Command(
        name = "bench",
        description = "Measures: the reply models, each in a process of its own, or the end of a turn, rule by rule.")
final class BenchCommand implements Callable<Integer> {
    /** Where {@code models/case-study.sh} leaves the models that are not committed. */
    private static final Path USUAL_MODELS = Path.of("models/work/case-study");

    private final Shared shared;

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
            names = "--recordings",
            paramLabel = "PATH",
            description = "For --endpoint, labelled (default: ${DEFAULT-VALUE}).")
    private Path recordings = Path.of("audio/recordings/manifest.jsonl");

    @Option(names = "--out", paramLabel = "DIR", description = "For --endpoint: where endpoint.json and .html go.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Prints one JSON object a model.")
    private boolean json;

    @Option(names = "--in-this-process", hidden = true, description = "Measures one model and prints its figures.")
    private boolean inThisProcess;

    @Parameters(arity = "0..1", hidden = true, paramLabel = "MODEL")
    private @Nullable Path model;

    BenchCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        if (inThisProcess) {
            shared.console().out().println(DomainJson.write(measuredHere()));
            return ExitStatus.DONE;
        }
        if (caseStudy == endpoint || model != null) {
            throw new BadInputException("bench: expected --case-study or --endpoint");
        }
        if (endpoint) {
            new EndpointBench(shared, recordings, out, json).run();
            return ExitStatus.DONE;
        }
        List<Path> folders = folders();
        List<ModelFigures> rows = new ArrayList<>();
        CaseStudy study = new CaseStudy(ownCommand());
        rows.add(study.measured(null));
        folders.stream()
                .filter(folder -> !folder.endsWith(CaseStudy.BUILT_IN))
                .forEach(folder -> rows.add(study.measured(folder)));
        List<String> lines = json ? rows.stream().map(DomainJson::write).toList() : CaseStudyTable.lines(rows);
        lines.forEach(shared.console().out()::println);
        if (folders.isEmpty()) {
            shared.console()
                    .err()
                    .println("skylark: only the built-in model is here; models/case-study.sh makes the others");
        }
        return ExitStatus.DONE;
    }

    private List<Path> folders() {
        if (models != null) {
            return CaseStudy.folders(models);
        }
        return Files.isDirectory(USUAL_MODELS) ? CaseStudy.folders(USUAL_MODELS) : List.of();
    }

    private ModelFigures measuredHere() {
        if (model == null) {
            return ModelProbe.measure(CaseStudy.BUILT_IN, ModelFolder.builtIn());
        }
        String name = String.valueOf(model.getFileName());
        return ModelFolder.isOurs(model)
                ? ModelProbe.measure(name, ModelFolder.of(model))
                : ModelProbe.measure(name, ExportedModel.of(model));
    }

    private static List<String> ownCommand() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of("bench", "--in-this-process"));
        return words;
    }
}
