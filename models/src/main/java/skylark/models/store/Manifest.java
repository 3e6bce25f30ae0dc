package skylark.models.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import skylark.domain.DomainJson;

/** The models that the store installs by itself. */
record Manifest(List<ModelPackage> models) {
    private static final String RESOURCE = "manifest.json";

    Manifest {
        models = List.copyOf(models);
    }

    /** The manifest that was built in. */
    static Manifest builtIn() {
        try (InputStream in = Manifest.class.getResourceAsStream(RESOURCE)) {
            byte[] json = Objects.requireNonNull(in, RESOURCE).readAllBytes();
            return DomainJson.read(new String(json, StandardCharsets.UTF_8), Manifest.class, RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    Optional<ModelPackage> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
