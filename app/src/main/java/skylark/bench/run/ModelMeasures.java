package skylark.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.bench.CaseStudy;
import skylark.bench.ModelFigures;
import skylark.replay.Limits;
import skylark.replay.Verdict;

/** What the language model costs, and what INT8 saves; each model in a process of its own. */
final class ModelMeasures {
    private static final String FLOATS = "tiny-fp32";
    private static final String LARGE = "large-int8";
    private static final String CASE = "case-int8";
    private static final String FOREIGN = "distilgpt2-shape-int8";
    private static final double PERCENT = 100;

    private final CaseStudy study;
    private final List<Verdict> measures = new ArrayList<>();

    private ModelMeasures(CaseStudy study) {
        this.study = study;
    }

    /**
     * The built-in model, and those of the usual names among {@code folders}; what is not there is left out.
     *
     * @param small leaves out those that take long
     */
    static List<Verdict> of(CaseStudy study, List<Path> folders, boolean small) {
        ModelMeasures models = new ModelMeasures(study);
        ModelFigures own = study.measured(null);
        models.add("generator.first_token_ms", own.firstTokenMs());
        models.add("generator.twenty_tokens_ms", own.twentyTokensMs());
        models.add("generator.int8.bleu", own.bleu());
        models.against(own, models.figures(folders, FLOATS));
        if (!small) {
            models.larger(folders);
        }
        return models.measures;
    }

    private void against(ModelFigures own, @Nullable ModelFigures floats) {
        if (floats != null) {
            add("generator.int8.file_ratio", own.fileMb() / floats.fileMb());
            add("generator.int8.token_ratio", own.tokenMs() / floats.tokenMs());
            add("generator.fp32.bleu", floats.bleu());
            add("generator.int8.bleu_lost", Math.max(0, PERCENT * (1 - own.bleu() / floats.bleu())));
        }
    }

    private void larger(List<Path> folders) {
        ModelFigures large = figures(folders, LARGE);
        if (large != null) {
            add("generator.large.first_token_ms", large.firstTokenMs());
            add("generator.large.twenty_tokens_ms", large.twentyTokensMs());
        }
        ModelFigures trained = figures(folders, CASE);
        ModelFigures shape = trained != null ? trained : figures(folders, FOREIGN);
        if (shape != null) {
            add("generator.distilgpt2_shape.first_token_ms", shape.firstTokenMs());
        }
    }

    private @Nullable ModelFigures figures(List<Path> folders, String name) {
        for (Path folder : folders) {
            if (folder.endsWith(name)) {
                return study.measured(folder);
            }
        }
        return null;
    }

    private void add(String name, double value) {
        measures.add(Limits.verdict(name, value, 1));
    }
}
