package skylark.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import skylark.audio.pcm.WavReader;
import skylark.replay.Recording;
import skylark.replay.Recordings;

/** The mission's recordings, which come inside the program and are laid out as files while it flies. */
public final class MissionRecordings implements AutoCloseable {
    private static final String RESOURCES = "/skylark/demo/";
    private static final String MANIFEST = "mission.jsonl";

    private final Scratch scratch;

    private MissionRecordings(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Lays them out in a temporary folder. */
    public static MissionRecordings unpacked() {
        Scratch scratch = Scratch.named("skylark-mission");
        Path folder = scratch.folder();
        try {
            copy(MANIFEST, folder);
            for (String line : Files.readAllLines(folder.resolve(MANIFEST))) {
                copy(line.replaceAll(".*\"audio\": *\"([^\"]+)\".*", "$1"), folder);
            }
            return new MissionRecordings(scratch);
        } catch (IOException e) {
            scratch.close();
            throw new UncheckedIOException("the mission's recordings cannot be laid out", e);
        }
    }

    /** In the manifest's order. */
    public List<Recording> recordings() {
        return Recordings.resolve(List.of(scratch.folder().resolve(MANIFEST)), WavReader::check);
    }

    @Override
    public void close() {
        scratch.close();
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
