package skylark.audio.hear;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;

/** The installed models, for tests; a test that asks for one which is not installed skips itself by its name. */
final class InstalledModels {
    private InstalledModels() {}

    static Path folder() {
        String set = System.getenv("SKYLARK_MODELS_DIR");
        return set == null ? Path.of(System.getProperty("user.home"), ".skylark", "models") : Path.of(set);
    }

    static VoskModel vosk() {
        return VoskModel.load(installed("vosk-small-en-us"));
    }

    static Path voskFolder() {
        return installed("vosk-small-en-us");
    }

    static SileroDetector silero() {
        Path file = installed("silero-vad").resolve("silero_vad_v5.onnx");
        return new SileroDetector(new OrtSessions(OnnxSettings.cpu()), file);
    }

    private static Path installed(String model) {
        Path folder = folder().resolve(model);
        Assumptions.assumeTrue(Files.isDirectory(folder), "the model " + model + " is not installed");
        return folder;
    }
}
