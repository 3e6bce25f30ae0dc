package skylark.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;
import skylark.nlg.compose.ExportedModel;
import skylark.nlg.compose.ModelFolder;

class CaseStudyTest {
    private static final ModelFigures INT8 = new ModelFigures("tiny-int8", 4, 100.0, 1, 0.25, 3, 0.97, 0.98, 1);
    private static final ModelFigures FP32 = new ModelFigures("tiny-fp32", 16, 140.0, 4, 1, 12, 0.98, 0.99, 1);

    @TempDir
    Path temp;

    @Test
    void shouldCompareInt8WithItsOwnFloats() {
        List<String> lines = CaseStudyTable.lines(List.of(INT8, FP32));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("tiny-int8").contains("4.00", "100.0", "1.00 ms", "5.75 ms", "0.970");
        assertThat(lines.get(3))
                .isEqualTo("tiny-int8 against tiny-fp32: file 0.25 x, memory 0.71 x, first token 0.25 x, a token 0.25"
                        + " x, BLEU lost 1.0 %");
    }

    @Test
    void shouldTellWhatItsOwnProcessComplainedOf() {
        CaseStudy study = new CaseStudy(List.of("sh", "-c", "echo 'skylark: x.onnx: broken'; exit 2"));

        assertThatThrownBy(() -> study.measured(null))
                .isInstanceOf(BadInputException.class)
                .hasMessage("x.onnx: broken");
    }

    @Test
    void shouldFindTheModelsInAFolder() throws Exception {
        Files.createDirectories(temp.resolve("b"));
        Files.createFile(Files.createDirectories(temp.resolve("a")).resolve("model.onnx"));

        assertThat(CaseStudy.folders(temp)).containsExactly(temp.resolve("a"));
        assertThatThrownBy(() -> CaseStudy.folders(temp.resolve("none")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no such folder, expected the models that models/case-study.sh leaves");
    }

    @Test
    @Tag("slow")
    void shouldMeasureTheBuiltInModel() {
        ModelFigures figures = ModelProbe.measure(CaseStudy.BUILT_IN, ModelFolder.builtIn());

        assertThat(figures.fileMb()).isBetween(1.0, 10.0);
        assertThat(figures.firstTokenMs()).isPositive();
        assertThat(figures.tokenMs()).isPositive();
        assertThat(figures.bleu()).isBetween(0.5, 1.0);
    }

    @Test
    @Tag("slow")
    void shouldMeasureAModelOfOtherOrigin() throws Exception {
        Path folder = Path.of(
                CaseStudyTest.class.getResource("/skylark/cli/small-gpt2").toURI());
        ModelFigures figures = ModelProbe.measure("small-gpt2", ExportedModel.of(folder));

        assertThat(figures.fileMb()).isPositive();
        assertThat(figures.firstTokenMs()).isPositive();
        assertThat(figures.bleu()).as("weights by chance").isLessThan(0.1);
    }
}
