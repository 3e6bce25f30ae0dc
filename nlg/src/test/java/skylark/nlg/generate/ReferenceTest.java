package skylark.nlg.generate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.prompt.Golden;
import skylark.nlg.tokenize.Vocabulary;
import skylark.stage.NanoClock;

/** The program's own model on ONNX Runtime against the plain decoder with the same weights. */
@Tag("slow")
class ReferenceTest {
    private static final OrtSessions SESSIONS = new OrtSessions(OnnxSettings.cpu());
    private static final int MOST = 24;
    private static final int PROMPTS = 100;
    /** Of the spread of the scores: what INT8 activations may move a score, at the mean. */
    private static final double MOVED = 0.1;

    private static ModelShape shape;
    private static ModelProto model;
    private static ReferenceDecoder reference;
    private static int eos;

    @BeforeAll
    static void open() throws IOException, URISyntaxException {
        Path file = Path.of(
                ReferenceTest.class.getResource("/skylark/nlg/model/model.onnx").toURI());
        shape = ModelShape.read(file.resolveSibling("config.json"));
        eos = Vocabulary.read(file.resolveSibling("tokenizer.json")).specialId("<eos>");
        model = ModelProto.parseFrom(Files.readAllBytes(file));
        reference = new ReferenceGpt2(Weights.of(model), shape.layers(), shape.heads(), 1);
    }

    @Test
    void shouldSayInFloatsWhatTheReferenceSays() {
        try (OnnxGenerator floats =
                new OnnxGenerator(SESSIONS.open("float twin", FloatTwin.of(model)), shape, eos, NanoClock.SYSTEM)) {
            for (Golden golden : Golden.all().subList(0, PROMPTS)) {
                List<Integer> said = new ArrayList<>();
                floats.generate(golden.ids(), new AnyToken(), MOST, said::add, CancelFlag.open());

                assertThat(said).as(golden.prompt()).isEqualTo(reference.greedy(golden.ids(), MOST, eos));
            }
        }
    }

    @Test
    void shouldScoreInInt8NearlyAsTheReferenceDoes() {
        double worst = 0;
        try (OwnDecoder int8 = new OwnDecoder(SESSIONS.open("int8", model.toByteArray()), shape)) {
            for (Golden golden : Golden.all().subList(0, PROMPTS)) {
                int8.truncate(0);
                int8.forward(golden.ids(), 0, golden.ids().length);
                List<float[]> scores = reference.scores(golden.ids());

                worst = Math.max(worst, moved(int8.scores(), scores.get(scores.size() - 1)));
            }
        }
        assertThat(worst).isLessThan(MOVED).isPositive();
    }

    /** The mean difference of two rows of scores, by the spread of the second. */
    private static double moved(FloatBuffer scores, float[] expected) {
        double mean = 0;
        for (float each : expected) {
            mean += each / expected.length;
        }
        double spread = 0;
        double moved = 0;
        for (int id = 0; id < expected.length; id++) {
            spread += Math.abs(expected[id] - mean);
            moved += Math.abs(expected[id] - scores.get(id));
        }
        return moved / spread;
    }
}
