package skylark.nlg.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.generate.Generation.Finish;
import skylark.nlg.generate.OnnxGenerator;
import skylark.nlg.generate.TokenConstraint;
import skylark.nlg.tokenize.Tokenizer;
import skylark.nlg.tokenize.Vocabulary;
import skylark.stage.NanoClock;

/**
 * The files of a language model of another origin, as Hugging Face's exporter leaves them: {@code model.onnx} and {@code
 * tokenizer.json}, and {@code config.json} if there is one.
 */
public final class ExportedModel {
    private static final List<String> MODELS =
            List.of("model.onnx", "model_quantized.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx");
    private static final List<String> CONTEXT_KEYS = List.of("n_positions", "max_position_embeddings", "n_ctx");
    private static final int USUAL_CONTEXT = 512;
    private static final int LEAST_CONTEXT = 96;

    private final Path model;
    private final Path tokenizer;
    private final JsonNode config;
    private final Path configFile;

    private ExportedModel(Path model, Path folder) {
        this.model = model;
        this.tokenizer = folder.resolve("tokenizer.json");
        this.configFile = folder.resolve("config.json");
        this.config = Files.exists(configFile)
                ? json(configFile)
                : DomainJson.read("{}", JsonNode.class, configFile.toString());
    }

    /**
     * A folder with such files.
     *
     * @throws BadInputException if the model or the tokenizer is missing, or the configuration is no JSON
     */
    public static ExportedModel of(Path folder) {
        Path model = MODELS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new BadInputException(folder + ": expected one of " + MODELS));
        if (!Files.isRegularFile(folder.resolve("tokenizer.json"))) {
            throw new BadInputException(
                    folder.resolve("tokenizer.json") + ": no such file, expected a Hugging Face tokenizer.json");
        }
        return new ExportedModel(model, folder);
    }

    /** The size of the model's own file. */
    public long modelBytes() {
        try {
            return Files.size(model);
        } catch (IOException e) {
            throw new UncheckedIOException(model.toString(), e);
        }
    }

    Vocabulary vocabulary() {
        return Vocabulary.read(tokenizer);
    }

    Path tokenizer() {
        return tokenizer;
    }

    /** Opens the model; its first token is still to be tried. */
    OnnxGenerator open(OrtSessions sessions, Vocabulary vocabulary, int eos, NanoClock clock) {
        OnnxGenerator generator = OnnxGenerator.exported(sessions.open(model), context(), eos, clock);
        if (vocabulary.size() > generator.vocabulary()) {
            generator.close();
            throw new BadInputException(tokenizer + ": has " + vocabulary.size() + " tokens, expected at most the "
                    + generator.vocabulary() + " that " + model + " scores");
        }
        return generator;
    }

    /** Asks for one token: what is wrong with shapes or weights shows here, not in a reply. */
    void trial(OnnxGenerator generator, Tokenizer open) {
        var generation =
                generator.generate(withStart(open.encode("Drone: ready.")), ANYTHING, 1, id -> {}, CancelFlag.open());
        if (generation.finish() == Finish.FAULT) {
            throw new BadInputException(
                    model + ": gave no token to a trial prompt, expected a decoder whose scores are" + " numbers");
        }
    }

    /** The ids with the token that begins a text, if the model has one. */
    long[] withStart(long[] ids) {
        int bos = config.path("bos_token_id").asInt(-1);
        if (bos < 0) {
            return ids;
        }
        long[] all = new long[ids.length + 1];
        all[0] = bos;
        System.arraycopy(ids, 0, all, 1, ids.length);
        return all;
    }

    int eos() {
        return config.path("eos_token_id").asInt(-1);
    }

    private int context() {
        int context = CONTEXT_KEYS.stream()
                .mapToInt(key -> config.path(key).asInt(0))
                .filter(ids -> ids > 0)
                .findFirst()
                .orElse(USUAL_CONTEXT);
        if (context < LEAST_CONTEXT) {
            throw new BadInputException(
                    configFile + ": room for " + context + " tokens, expected at least " + LEAST_CONTEXT);
        }
        return context;
    }

    private static JsonNode json(Path file) {
        try {
            return DomainJson.read(Files.readString(file), JsonNode.class, file.toString());
        } catch (IOException e) {
            throw new BadInputException(file + ": expected a readable config.json", e);
        }
    }

    private static final TokenConstraint ANYTHING = new TokenConstraint() {
        @Override
        public boolean allows(int id) {
            return true;
        }

        @Override
        public void chosen(int id) {}
    };
}
