package skylark.nlg.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.BadInputException;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.generate.ExportedGraph;
import skylark.nlg.generate.TokenConstraint;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.tokenize.Tokenizer;
import skylark.nlg.tokenize.Vocabulary;
import skylark.stage.NanoClock;

/** Models of other origin, whole and broken. */
class ExportedModelTest {
    private static final ReplyComposer COMPOSER = ReplyComposer.of(ModelFolder.builtIn(), SpeechProfile.PLAIN);
    private static final ReplyRequest BATTERY = new ReplyRequest(
            Act.ANSWER,
            Intent.QUERY_BATTERY.wireName(),
            Slots.NONE,
            null,
            Map.of(),
            "how much is left",
            VehicleState.hover());

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("model.onnx"), ExportedGraph.model(false, 0));
        Files.writeString(folder.resolve("tokenizer.json"), ByteTokenizer.json(0));
    }

    private ReplyWriter open() {
        return ReplyWriter.open(
                ExportedModel.of(folder), new OrtSessions(OnnxSettings.cpu()), COMPOSER, NanoClock.SYSTEM);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusal() {
        return assertThatThrownBy(this::open)
                .isInstanceOf(BadInputException.class)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1))
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSpeakTheTemplateWhereTheModelTalksNonsense(boolean llama) throws IOException {
        Files.write(folder.resolve("model.onnx"), ExportedGraph.model(llama, 0));
        try (ReplyWriter writer = open()) {
            Reply reply = writer.write(BATTERY);

            assertThat(reply.text()).isEqualTo("Battery sixty two percent.");
            assertThat(reply.source()).isEqualTo(ReplySource.TEMPLATE);
            assertThat(reply.fault()).isNotNull();
            assertThat(reply.firstTokenMs()).isPositive();
        }
    }

    @Test
    void shouldLetAModelSayLettersAndOfferedValuesOnly() {
        try (ReplyWriter writer = open()) {
            long[] ids = writer.encode(writer.prompt(BATTERY));
            String words = writer.generate(BATTERY, ids, CancelFlag.open(), ClauseSink.NONE)
                    .words();

            assertThat(words.replaceAll("\\{(battery_pct|flight_time)}", "")).matches("[A-Za-z ,.:?'{_-]*");
        }
    }

    @Test
    void shouldAllowPlaceholdersWholeAndOnceOnly() {
        ExportedModel model = ExportedModel.of(folder);
        Vocabulary vocabulary = model.vocabulary();
        try (Tokenizer tokenizer = Tokenizer.open(model.tokenizer())) {
            TokenConstraint allowed =
                    new PlainTokens(tokenizer, vocabulary, model).allowing(List.of("{wind}", "{winch}"));
            int[] wind = ids(tokenizer, "on. {wind}", "on.");

            assertThat(wind.length).isGreaterThan(3);
            for (int at = 0; at < wind.length; at++) {
                assertThat(choices(allowed, vocabulary)).contains(wind[at]);
                assertThat(choices(allowed, vocabulary).size()).isLessThan(at == 0 ? 200 : 3);
                allowed.chosen(wind[at]);
            }
            assertThat(allowed.allows(ids(tokenizer, "a", "")[0])).isTrue();
            assertThat(allowed.allows(ids(tokenizer, "7", "")[0])).isFalse();
            int[] winch = ids(tokenizer, "on. {winch}", "on.");
            allowed.chosen(winch[0]);
            allowed.chosen(winch[1]);
            allowed.chosen(winch[2]);
            allowed.chosen(winch[3]);
            assertThat(choices(allowed, vocabulary)).containsExactly(winch[4]);
        }
    }

    @Test
    void shouldNameACutModel() throws IOException {
        byte[] model = ExportedGraph.model(false, 0);
        Files.write(folder.resolve("model.onnx"), Arrays.copyOf(model, model.length / 2));

        refusal().hasMessageContaining(folder.resolve("model.onnx") + ": expected a complete ONNX model");
    }

    @Test
    void shouldNameAModelWithoutNumbers() throws IOException {
        Files.write(folder.resolve("model.onnx"), ExportedGraph.model(false, Float.NaN));

        refusal().hasMessageContaining(folder.resolve("model.onnx") + ": gave no token to a trial prompt");
    }

    @Test
    void shouldNameATokenizerWithMoreTokensThanTheModel() throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), ByteTokenizer.json(100));

        refusal()
                .hasMessageContaining(folder.resolve("tokenizer.json") + ": has 363 tokens")
                .hasMessageContaining("expected at most the " + ExportedGraph.VOCABULARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"model\":{}}", "not json"})
    void shouldNameATokenizerThatIsNone(String json) throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), json);

        refusal().hasMessageContaining(folder.resolve("tokenizer.json").toString());
    }

    @Test
    void shouldNameACutTokenizer() throws IOException {
        String json = ByteTokenizer.json(0);
        Files.writeString(folder.resolve("tokenizer.json"), json.substring(0, json.length() / 2));

        refusal().hasMessageContaining(folder.resolve("tokenizer.json").toString());
    }

    @Test
    void shouldNameWhatIsMissing() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        refusal().hasMessageContaining("tokenizer.json: no such file");
        Files.delete(folder.resolve("model.onnx"));
        refusal().hasMessageContaining(folder + ": expected one of [model.onnx");
    }

    @Test
    void shouldNameAConfigurationThatIsNone() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"n_positions\": 8}");
        refusal().hasMessageContaining("config.json: room for 8 tokens");
    }

    private static List<Integer> choices(TokenConstraint allowed, Vocabulary vocabulary) {
        List<Integer> choices = new ArrayList<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            if (allowed.allows(id)) {
                choices.add(id);
            }
        }
        return choices;
    }

    private static int[] ids(Tokenizer tokenizer, String text, String before) {
        int skipped = before.isEmpty() ? 0 : tokenizer.encode(before).length;
        return Arrays.stream(tokenizer.encode(text))
                .skip(skipped)
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
