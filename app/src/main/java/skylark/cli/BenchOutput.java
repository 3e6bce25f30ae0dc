package skylark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import skylark.domain.BadInputException;

/** The two files that a bench leaves: JSON, and a page of the same name beside it. */
final class BenchOutput {
    private static final String JSON = ".json";

    private final Path json;

    /**
     * Looks whether they can be written, before anything is measured.
     *
     * @throws BadInputException if not, or if it is no name for JSON
     */
    BenchOutput(Path json) {
        if (!json.toString().endsWith(JSON)) {
            throw new BadInputException("--out: expected a file that ends in .json, got '" + json + "'");
        }
        this.json = json;
        write(page(), "");
    }

    Path page() {
        return json.resolveSibling(json.getFileName().toString().replaceFirst("\\.json$", ".html"));
    }

    void keep(String content, String html) {
        write(json, content + "\n");
        write(page(), html);
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be written, expected a folder that can be", e);
        }
    }
}
