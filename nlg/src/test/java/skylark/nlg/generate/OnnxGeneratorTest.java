package skylark.nlg.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.generate.Generation.Finish;
import skylark.nlg.generate.ReplyConstraint.SpeakableTokens;
import skylark.nlg.prompt.Golden;
import skylark.nlg.prompt.NumberWords;
import skylark.nlg.tokenize.Vocabulary;
import skylark.stage.NanoClock;

class OnnxGeneratorTest {
    private static final TokenConstraint ANYTHING = new TokenConstraint() {
        @Override
        public boolean allows(int id) {
            return true;
        }

        @Override
        public void chosen(int id) {}
    };
    private static final OrtSessions SESSIONS = new OrtSessions(OnnxSettings.cpu());
    private static Path folder;
    private static Vocabulary vocabulary;
    private static ModelShape shape;
    private static OnnxGenerator generator;

    @BeforeAll
    static void open() throws URISyntaxException {
        folder = Path.of(OnnxGeneratorTest.class
                        .getResource("/skylark/nlg/model/model.onnx")
                        .toURI())
                .getParent();
        vocabulary = Vocabulary.read(folder.resolve("tokenizer.json"));
        shape = ModelShape.read(folder.resolve("config.json"));
        generator = newGenerator();
    }

    @AfterAll
    static void close() {
        generator.close();
    }

    private static OnnxGenerator newGenerator() {
        return new OnnxGenerator(
                SESSIONS.open(folder.resolve("model.onnx")), shape, vocabulary.specialId("<eos>"), NanoClock.SYSTEM);
    }

    @Test
    void shouldSayTheSameWhateverWasSaidBefore() {
        List<Golden> goldens = Golden.all().subList(0, 40);
        List<List<Integer>> forwards = new ArrayList<>();
        goldens.forEach(golden -> forwards.add(tokens(generator, golden.ids())));

        for (int i = goldens.size() - 1; i >= 0; i--) {
            assertThat(tokens(generator, goldens.get(i).ids())).isEqualTo(forwards.get(i));
        }
    }

    @Test
    void shouldNeverChooseDigitsNumberWordsOrOtherPlaceholders() {
        SpeakableTokens speakable = new SpeakableTokens(vocabulary, NumberWords::isNumber);
        int height = vocabulary.specialId("{height}");
        for (Golden golden : Golden.all()) {
            List<Integer> said = new ArrayList<>();
            generator.generate(golden.ids(), speakable.allowing(List.of("{height}")), 24, said::add, CancelFlag.open());

            assertThat(said).allSatisfy(id -> {
                assertThat(id == height || !vocabulary.isSpecial(id)).isTrue();
                assertThat(vocabulary.piece(id)).doesNotContainPattern("[0-9]");
                assertThat(NumberWords.isNumber(vocabulary.piece(id).strip())).isFalse();
            });
            assertThat(said.stream().filter(id -> id == height).count()).isLessThanOrEqualTo(1);
            assertThat(said).isNotEmpty();
        }
    }

    @Test
    void shouldStopAtTheLimit() {
        Generation generation = generator.generate(Golden.all().get(0).ids(), ANYTHING, 1, id -> {}, CancelFlag.open());

        assertThat(generation.finish()).isEqualTo(Finish.LENGTH);
        assertThat(generation.tokens()).isEqualTo(1);
    }

    @Test
    void shouldStopBetweenTokensWhenCancelled() {
        CancelFlag cancel = CancelFlag.open();

        Generation generation =
                generator.generate(Golden.all().get(0).ids(), ANYTHING, 20, id -> cancel.cancel(), cancel);

        assertThat(generation.finish()).isEqualTo(Finish.CANCELLED);
        assertThat(generation.tokens()).isEqualTo(1);
    }

    @Test
    void shouldNotBeginWhenCancelledBefore() {
        CancelFlag cancel = CancelFlag.open();
        cancel.cancel();

        Generation generation = generator.generate(Golden.all().get(0).ids(), ANYTHING, 20, id -> {}, cancel);

        assertThat(generation.finish()).isEqualTo(Finish.CANCELLED);
        assertThat(generation.tokens()).isZero();
    }

    @Test
    void shouldStopAtItsDeadline() {
        AtomicLong nowNs = new AtomicLong();

        Generation generation = generator.generate(
                Golden.all().get(0).ids(), ANYTHING, 20, id -> nowNs.set(10), CancelFlag.until(10, nowNs::get));

        assertThat(generation.finish()).isEqualTo(Finish.CANCELLED);
    }

    @Test
    void shouldWorkAgainAfterACancellation() {
        long[] prompt = Golden.all().get(5).ids();
        List<Integer> before = tokens(generator, prompt);
        CancelFlag cancel = CancelFlag.open();
        generator.generate(prompt, ANYTHING, 20, id -> cancel.cancel(), cancel);

        assertThat(tokens(generator, prompt)).isEqualTo(before);
    }

    @Test
    void shouldRefuseAPromptThatDoesNotFit() {
        long[] tooLong = new long[shape.context()];

        assertThatThrownBy(() -> generator.generate(tooLong, ANYTHING, 8, id -> {}, CancelFlag.open()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> generator.generate(new long[0], ANYTHING, 8, id -> {}, CancelFlag.open()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldReportNumbersThatAreNone() throws IOException {
        byte[] model = Files.readAllBytes(folder.resolve("model.onnx"));
        try (OnnxGenerator broken = new OnnxGenerator(
                SESSIONS.open("broken", withFinalNormOf(model, Float.NaN)),
                shape,
                vocabulary.specialId("<eos>"),
                NanoClock.SYSTEM)) {
            Generation generation =
                    broken.generate(Golden.all().get(0).ids(), ANYTHING, 8, id -> {}, CancelFlag.open());

            assertThat(generation.finish()).isEqualTo(Finish.FAULT);
        }
    }

    @Test
    void shouldNameAModelThatIsTruncated(@TempDir Path temp) throws IOException {
        byte[] model = Files.readAllBytes(folder.resolve("model.onnx"));
        Path cut = Files.write(temp.resolve("model.onnx"), Arrays.copyOf(model, model.length / 2));

        assertThatThrownBy(() -> SESSIONS.open(cut))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(cut.toString())
                .hasMessageContaining("expected")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void shouldNameAModelOfAnotherShape() {
        ModelShape other =
                new ModelShape(shape.vocab(), shape.layers() + 1, shape.width(), shape.heads(), shape.context());

        assertThatThrownBy(() ->
                        new OnnxGenerator(SESSIONS.open(folder.resolve("model.onnx")), other, 2, NanoClock.SYSTEM))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("past");
    }

    private static List<Integer> tokens(Generator generator, long[] prompt) {
        List<Integer> said = new ArrayList<>();
        generator.generate(prompt, ANYTHING, 16, said::add, CancelFlag.open());
        return said;
    }

    /** Overwrites the shift of the last layer norm, the initializer named "ln.shift", in the model's bytes. */
    private static byte[] withFinalNormOf(byte[] model, float value) {
        byte[] name = "ln.shift".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] changed = model.clone();
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(changed).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int width = shape.width();
        for (int at = 2; at < model.length - name.length - 3 - 4 * width; at++) {
            boolean named = model[at - 2] == 0x42
                    && model[at - 1] == name.length
                    && Arrays.equals(model, at, at + name.length, name, 0, name.length);
            if (named) {
                // Field 9 (raw_data), then its length in two bytes, then the floats.
                int data = at + name.length + 3;
                for (int i = 0; i < width; i++) {
                    bytes.putFloat(data + 4 * i, value);
                }
                return changed;
            }
        }
        throw new AssertionError("no initializer ln.shift");
    }
}
