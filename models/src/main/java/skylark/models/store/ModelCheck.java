package skylark.models.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a folder with what the manifest says about a model: quickly by size, or thoroughly by hash. */
final class ModelCheck {
    private final ModelPackage model;
    private final Path folder;

    ModelCheck(ModelPackage model, Path folder) {
        this.model = model;
        this.folder = folder;
    }

    /** Whether every file is there with its size. */
    boolean complete() {
        return model.files().stream().allMatch(this::hasItsSize);
    }

    /** What is wrong, one line for each file: missing, of another hash, or not of this model. */
    List<String> problems(LongConsumer moved) throws IOException {
        List<String> problems = new ArrayList<>();
        for (ModelFile file : model.files()) {
            Path path = folder.resolve(file.to());
            if (!Files.isRegularFile(path)) {
                problems.add(named(file.to()) + ": missing");
                continue;
            }
            String found = Copying.sha256(path, moved);
            if (!found.equals(file.sha256())) {
                problems.add(named(file.to()) + ": SHA-256 is " + found + ", expected " + file.sha256());
            }
        }
        strangers().forEach(stranger -> problems.add(named(stranger) + ": not a file of this model"));
        return problems;
    }

    /** Files beside the model's own; a recogniser might load them unchecked. */
    private List<String> strangers() throws IOException {
        Set<String> known = model.files().stream().map(ModelFile::to).collect(Collectors.toSet());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !known.contains(name) && !name.equals(OwnEntry.FILE))
                    .sorted()
                    .toList();
        }
    }

    private boolean hasItsSize(ModelFile file) {
        // File says 0 where there is nothing, which no I/O error can hide.
        java.io.File path = folder.resolve(file.to()).toFile();
        return path.isFile() && path.length() == file.bytes();
    }

    private String named(String file) {
        return model.name() + "/" + file;
    }
}
