package skylark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.bench.CaseStudy;
import skylark.bench.CaseStudyTable;
import skylark.bench.ModelFigures;
import skylark.bench.ModelProbe;
import skylark.domain.DomainJson;
import skylark.nlg.compose.ExportedModel;
import skylark.nlg.compose.ModelFolder;

/** {@code bench --case-study}: the language models, each in a process of its own. */
final class CaseStudyBench {
    /** The option by which a process measures one model and prints its figures. */
    static final String IN_THIS_PROCESS = "--in-this-process";
    /** Where {@code models/case-study.sh} leaves the models that are not committed. */
    private static final Path USUAL_MODELS = Path.of("models/work/case-study");

    private CaseStudyBench() {}

    static CaseStudy study() {
        return new CaseStudy(OwnProgram.words("bench", IN_THIS_PROCESS));
    }

    /** @param models null for the usual ones, as far as there are any */
    static List<Path> folders(@Nullable Path models) {
        if (models != null) {
            return CaseStudy.folders(models);
        }
        return Files.isDirectory(USUAL_MODELS) ? CaseStudy.folders(USUAL_MODELS) : List.of();
    }

    static void run(Console console, @Nullable Path models, boolean json) {
        List<Path> folders = folders(models);
        List<ModelFigures> rows = new ArrayList<>();
        CaseStudy study = study();
        rows.add(study.measured(null));
        folders.stream()
                .filter(folder -> !folder.endsWith(CaseStudy.BUILT_IN))
                .forEach(folder -> rows.add(study.measured(folder)));
        List<String> lines = json ? rows.stream().map(DomainJson::write).toList() : CaseStudyTable.lines(rows);
        lines.forEach(console.out()::println);
        if (folders.isEmpty()) {
            console.err().println("skylark: only the built-in model is here; models/case-study.sh makes the others");
        }
    }

    /** @param model null for the built-in one */
    static ModelFigures measuredHere(@Nullable Path model) {
        if (model == null) {
            return ModelProbe.measure(CaseStudy.BUILT_IN, ModelFolder.builtIn());
        }
        String name = String.valueOf(model.getFileName());
        return ModelFolder.isOurs(model)
                ? ModelProbe.measure(name, ModelFolder.of(model))
                : ModelProbe.measure(name, ExportedModel.of(model));
    }
}
