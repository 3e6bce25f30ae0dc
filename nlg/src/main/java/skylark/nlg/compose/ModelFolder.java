package skylark.nlg.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import skylark.domain.BadInputException;

/**
 * The files of one language model, side by side: {@code model.onnx}, {@code tokenizer.json}, {@code config.json} and
 * {@code prompt.json}.
 */
public final class ModelFolder {
    private static final String RESOURCES = "/skylark/nlg/model/";
    private static final List<String> FILES = List.of("model.onnx", "tokenizer.json", "config.json", "prompt.json");

    private final Path folder;

    private ModelFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A folder of the operator's own.
     *
     * @throws BadInputException if one of the files is missing
     */
    public static ModelFolder of(Path folder) {
        for (String file : FILES) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new BadInputException(
                        folder.resolve(file) + ": no such file, expected a language model of " + FILES);
            }
        }
        return new ModelFolder(folder);
    }

    /** Whether a folder holds a model of ours rather than one of another origin: it says how it wants to be asked. */
    public static boolean isOurs(Path folder) {
        return Files.isRegularFile(folder.resolve("prompt.json"));
    }

    /** The model that comes with the program. Packed in a JAR, it is unpacked into a temporary folder first. */
    public static ModelFolder builtIn() {
        URL model = ModelFolder.class.getResource(RESOURCES + FILES.get(0));
        if (model == null) {
            throw new BadInputException(RESOURCES + FILES.get(0) + ": expected on the class path");
        }
        try {
            return of(
                    model.getProtocol().equals("file") ? Path.of(model.toURI()).resolveSibling("") : unpacked());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path entry with a malformed URL: " + model, e);
        }
    }

    private static Path unpacked() {
        try {
            Path folder = Files.createTempDirectory("skylark-model");
            folder.toFile().deleteOnExit();
            for (String file : FILES) {
                unpack(file, folder.resolve(file));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the language model cannot be unpacked", e);
        }
    }

    private static void unpack(String file, Path target) throws IOException {
        try (InputStream in = ModelFolder.class.getResourceAsStream(RESOURCES + file)) {
            if (in == null) {
                throw new BadInputException(RESOURCES + file + ": expected on the class path");
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        target.toFile().deleteOnExit();
    }

    /** Whether prompts encoded for one of them can be given to the other. */
    public boolean hasTokensOf(ModelFolder other) {
        try {
            return Files.mismatch(tokenizer(), other.tokenizer()) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(tokenizer().toString(), e);
        }
    }

    /** The size of the model's own file. */
    public long modelBytes() {
        try {
            return Files.size(model());
        } catch (IOException e) {
            throw new UncheckedIOException(model().toString(), e);
        }
    }

    Path model() {
        return folder.resolve("model.onnx");
    }

    Path tokenizer() {
        return folder.resolve("tokenizer.json");
    }

    Path config() {
        return folder.resolve("config.json");
    }

    Path prompt() {
        return folder.resolve("prompt.json");
    }
}
