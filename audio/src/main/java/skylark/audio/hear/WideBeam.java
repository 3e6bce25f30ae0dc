package skylark.audio.hear;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A look at a model's folder in which lattices are wider: Vosk reads its beams from a file of the model and from nowhere
 * else, and small models come with lattices too narrow to hold alternatives. The files of the model stay as they are;
 * the look is needed only while the model is loaded, and is gone afterwards.
 */
final class WideBeam implements AutoCloseable {
    private static final String CONF = "conf";
    private static final String BEAMS = "model.conf";
    /** From 2: the best of 20 alternatives has 5 instead of 9 % word errors on the recordings. */
    private static final String LATTICE_BEAM = "--lattice-beam=4.0";

    private final Path folder;

    private WideBeam(Path folder) {
        this.folder = folder;
    }

    static WideBeam over(Path model) throws IOException {
        WideBeam look = new WideBeam(Files.createTempDirectory("skylark-vosk"));
        try {
            look.link(model.toAbsolutePath());
        } catch (IOException e) {
            look.close();
            throw e;
        }
        return look;
    }

    Path folder() {
        return folder;
    }

    private void link(Path model) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(model)) {
            for (Path part : parts) {
                if (!part.endsWith(CONF)) {
                    Files.createSymbolicLink(folder.resolve(part.getFileName()), part);
                }
            }
        }
        Path conf = Files.createDirectory(folder.resolve(CONF));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(model.resolve(CONF))) {
            for (Path file : files) {
                Path copy = conf.resolve(file.getFileName());
                Files.write(copy, file.endsWith(BEAMS) ? widened(Files.readAllLines(file)) : Files.readAllLines(file));
            }
        }
    }

    private static List<String> widened(List<String> lines) {
        return lines.stream()
                .map(line -> line.startsWith("--lattice-beam=") ? LATTICE_BEAM : line)
                .toList();
    }

    @Override
    public void close() throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
