package skylark.nlg.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.measure.ReplyScore;
import skylark.nlg.reply.SpeechProfile;
import skylark.stage.NanoClock;

/** The shipped models' wording of situations that it was not trained on; two percent less fails the build. */
@Tag("slow")
class ReplyQualityTest {
    /** What the shipped weights reached when the set was frozen: BLEU, chrF, ROUGE-L, slots. */
    private static final ReplyScore TINY = new ReplyScore(0.918, 0.948, 0.955, 0.966);

    private static final ReplyScore LARGE = new ReplyScore(0.908, 0.945, 0.952, 0.953);

    private static final double KEPT = 0.98;

    @Test
    void shouldWordAsWellAsWhenItWasFrozen() {
        assertKept(score(ModelFolder.builtIn()), TINY);
    }

    @Test
    void shouldWordAsWellAsWhenItWasFrozenWithTheLargeModel() {
        assertKept(score(ModelFolder.of(Path.of("../models/weights/large"))), LARGE);
    }

    private static void assertKept(ReplyScore score, ReplyScore frozen) {
        assertThat(score.bleu()).as("BLEU").isGreaterThanOrEqualTo(KEPT * frozen.bleu());
        assertThat(score.chrf()).as("chrF").isGreaterThanOrEqualTo(KEPT * frozen.chrf());
        assertThat(score.rougeL()).as("ROUGE-L").isGreaterThanOrEqualTo(KEPT * frozen.rougeL());
        assertThat(score.slots()).as("slot fidelity").isGreaterThanOrEqualTo(KEPT * frozen.slots());
    }

    @Test
    void shouldFitTheSituationBetterThanTheTemplates() {
        TemplateTable templates = TemplateTable.load(composer().prompts());

        assertThat(score(ModelFolder.builtIn()).chrf())
                .isGreaterThan(ReplyScore.of(templates::words).chrf());
    }

    private static ReplyComposer composer() {
        return ReplyComposer.of(ModelFolder.builtIn(), SpeechProfile.PLAIN);
    }

    private static ReplyScore score(ModelFolder model) {
        OrtSessions sessions = new OrtSessions(OnnxSettings.cpu());
        try (ReplyWriter writer = ReplyWriter.open(model, sessions, composer(), NanoClock.SYSTEM)) {
            return ReplyScore.of(request -> writer.generate(
                            request, writer.encode(writer.prompt(request)), CancelFlag.open(), ClauseSink.NONE)
                    .words());
        }
    }
}
