package skylark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;

/** A temporary folder that is gone when it is closed, or when Ctrl-C ends the process. Any thread. */
public final class Scratch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    private final Path folder;
    private final Thread broom = new Thread(this::sweep, "scratch-broom");

    private Scratch(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(broom);
    }

    /** @throws BadInputException when there is no room for one */
    public static Scratch named(String name) {
        try {
            return new Scratch(Files.createTempDirectory(name));
        } catch (IOException e) {
            throw new BadInputException(
                    System.getProperty("java.io.tmpdir") + ": expected room for a temporary folder: " + e.getMessage(),
                    e);
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        sweep();
        try {
            Runtime.getRuntime().removeShutdownHook(broom);
        } catch (IllegalStateException e) {
            LOG.debug("the process ends: the broom sweeps by itself");
        }
    }

    private void sweep() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.debug("{}: cannot be removed: {}", folder, e.toString());
        }
    }
}
