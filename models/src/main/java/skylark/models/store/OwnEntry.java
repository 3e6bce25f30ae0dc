package skylark.models.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import skylark.domain.DomainJson;

/** The manifest entry of an operator's own model, kept in the model's folder, so that both come and go together. */
final class OwnEntry {
    static final String FILE = ".skylark.json";

    private OwnEntry() {}

    static Optional<ModelPackage> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(DomainJson.read(Files.readString(file), ModelPackage.class, file.toString()));
    }

    static void write(Path folder, ModelPackage entry) throws IOException {
        byte[] json = (DomainJson.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        Copying.write(new ByteArrayInputStream(json), folder.resolve(FILE), bytes -> {});
    }
}
