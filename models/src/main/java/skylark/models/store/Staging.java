package skylark.models.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder in the store, on the same disk as the models, where a model is put together. Closing it removes it, whatever
 * state it is in; what a crash left is removed at the next start.
 */
final class Staging implements AutoCloseable {
    private static final String PREFIX = ".staging-";

    private final Path store;
    private final Path folder;

    Staging(Path store) throws IOException {
        this.store = store;
        this.folder = Files.createTempDirectory(store, PREFIX);
    }

    /** Where the package client works. */
    Path download() throws IOException {
        return Files.createDirectories(folder.resolve("download"));
    }

    /** Where the model is put together. */
    Path model() throws IOException {
        return Files.createDirectories(folder.resolve("model"));
    }

    /** Puts the finished model in its place, in one step; an older one of the name goes. */
    void promote(Path target) throws IOException {
        Path model = model();
        try (Stream<Path> folders = Files.walk(model).filter(Files::isDirectory)) {
            for (Path each : folders.toList()) {
                Copying.syncFolder(each);
            }
        }
        if (Files.exists(target)) {
            Files.move(target, folder.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(model, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(target + ": the store must lie on one disk", e);
        }
        Copying.syncFolder(store);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    /** Removes what earlier installers left behind. Only for the holder of the lock. */
    static void removeLeftovers(Path store) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> entries = Files.list(store)) {
            leftovers = entries.filter(
                            entry -> String.valueOf(entry.getFileName()).startsWith(PREFIX))
                    .toList();
        }
        for (Path leftover : leftovers) {
            delete(leftover);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
