package skylark.config;

import java.nio.file.Path;
import java.util.Optional;

/** Paths as operators write them: {@code ~/} is their home. */
final class Places {
    private Places() {}

    static Path at(String text) {
        if (text.equals("~") || text.startsWith("~/")) {
            return Path.of(System.getProperty("user.home"), text.substring(1)).normalize();
        }
        return Path.of(text);
    }

    static Optional<Path> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(at(text));
    }
}
