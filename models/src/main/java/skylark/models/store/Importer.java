package skylark.models.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import skylark.domain.BadInputException;

/** Takes an operator's own model into the store: from a folder, a .zip or a .tar.gz. */
final class Importer {
    private static final long MOST_BYTES = 8_000_000_000L;

    private final Path store;
    private final AbortOnShutdown abort;
    private final ImportCheck check;

    Importer(Path store, AbortOnShutdown abort, ImportCheck check) {
        this.store = store;
        this.abort = abort;
        this.check = check;
    }

    Path take(Path source, String name) throws IOException {
        try (Staging staging = new Staging(store)) {
            Path folder = staging.model();
            if (Files.isDirectory(source)) {
                copy(source, folder);
            } else {
                unpack(source, folder);
            }
            OperatorModel.unwrap(folder);
            OperatorModel kind = OperatorModel.of(folder, source);
            if (kind == OperatorModel.GENERATOR) {
                check(folder, source);
            }
            OwnEntry.write(folder, entry(name, source, kind, folder));
            abort.check();
            staging.promote(store.resolve(name));
        }
        return store.resolve(name);
    }

    /** A message names the operator's files, not where they lie meanwhile. */
    private void check(Path folder, Path source) {
        try {
            check.check(folder);
        } catch (BadInputException e) {
            throw new BadInputException(
                    String.valueOf(e.getMessage()).replace(folder.toString(), source.toString()), e);
        }
    }

    private void copy(Path source, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(source, FileVisitOption.FOLLOW_LINKS)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path relative = source.relativize(file);
            if (!relative.toString().equals(OwnEntry.FILE)) {
                try (InputStream in = Files.newInputStream(file)) {
                    Copying.write(in, folder.resolve(relative.toString()), bytes -> abort.check());
                }
            }
        }
    }

    private void unpack(Path source, Path folder) throws IOException {
        new Archive(source, MOST_BYTES).read((name, content) -> {
            if (!Path.of(name).endsWith(OwnEntry.FILE)) {
                Copying.write(content, folder.resolve(name), bytes -> abort.check());
            }
        });
    }

    private ModelPackage entry(String name, Path source, OperatorModel kind, Path folder) throws IOException {
        List<ModelFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String to = folder.relativize(file).toString();
                String hash = Copying.sha256(file, bytes -> abort.check());
                files.add(new ModelFile(to, to, Files.size(file), hash));
            }
        }
        if (files.isEmpty()) {
            throw new BadInputException(source + ": holds no files");
        }
        String from = String.valueOf(source.getFileName());
        return new ModelPackage(name, Client.OPERATOR, kind.word(), "own", 0, "operator's own", from, files);
    }
}
