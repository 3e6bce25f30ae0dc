package skylark.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import skylark.audio.pcm.WavReader;
import skylark.replay.Recording;
import skylark.replay.Recordings;

/** The mission's recordings, which come inside the program and are laid out as files while it flies. */
public final class MissionRecordings implements AutoCloseable {
    private static final String RESOURCES = "/skylark/demo/";
    private static final String MANIFEST = "mission.jsonl";

    private final Path folder;

    private MissionRecordings(Path folder) {
        this.folder = folder;
    }

    /** Lays them out in a temporary folder. */
    public static MissionRecordings unpacked() {
        try {
            Path folder = Files.createTempDirectory("skylark-mission");
            copy(MANIFEST, folder);
            for (String line : Files.readAllLines(folder.resolve(MANIFEST))) {
                copy(line.replaceAll(".*\"audio\": *\"([^\"]+)\".*", "$1"), folder);
            }
            return new MissionRecordings(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the mission's recordings cannot be laid out", e);
        }
    }

    /** In the manifest's order. */
    public List<Recording> recordings() {
        return Recordings.resolve(List.of(folder.resolve(MANIFEST)), WavReader::read);
    }

    @Override
    public void close() {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(files::add);
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be removed", e);
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream in = MissionRecordings.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IOException(RESOURCES + name + ": not on the class path");
            }
            Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
