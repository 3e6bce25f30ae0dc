package skylark.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import skylark.domain.BadInputException;

/**
 * Finds what is to be played. A path is a WAV file, a manifest ({@code *.jsonl}), or a folder: there the lines of its
 * {@code manifest.jsonl} come first, then every other sound file below it, sorted by path.
 */
public final class Recordings {

    /** Says whether a sound file can be played. */
    public interface SoundCheck {
        /** @throws BadInputException in one line that names the file and what was expected */
        void check(Path file);
    }

    private static final String FOLDER_MANIFEST = "manifest.jsonl";
    /** What is not WAV is refused by name rather than passed over in silence. */
    private static final Set<String> SOUND =
            Set.of("wav", "wave", "flac", "mp3", "ogg", "opus", "m4a", "aac", "aif", "aiff", "au", "wma");

    private final SoundCheck soundCheck;
    private final List<Recording> found = new ArrayList<>();

    private Recordings(SoundCheck soundCheck) {
        this.soundCheck = soundCheck;
    }

    /**
     * The recordings behind {@code paths}, in order. What cannot be played inside a folder or a manifest is in the list
     * with its {@link Recording#error}.
     *
     * @throws BadInputException when a path itself cannot be read, or when there is nothing to play
     */
    public static List<Recording> resolve(List<Path> paths, SoundCheck soundCheck) {
        Recordings recordings = new Recordings(soundCheck);
        paths.forEach(recordings::named);
        return List.copyOf(recordings.found);
    }

    private void named(Path path) {
        int before = found.size();
        if (Files.isDirectory(path)) {
            folder(path);
        } else if (!Files.exists(path)) {
            throw new BadInputException(
                    path + ": no such file; expected a WAV file, a folder of them, or a manifest (*.jsonl)");
        } else if (isManifest(path)) {
            manifest(path);
        } else {
            soundCheck.check(path);
            found.add(Recording.unlabelled(path));
        }
        if (found.size() == before) {
            throw new BadInputException(path + ": nothing to play in it; expected WAV files or manifest lines");
        }
    }

    private void manifest(Path manifest) {
        List<String> lines = text(manifest).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                found.add(line(lines.get(i), manifest, manifest + ":" + (i + 1)));
            }
        }
    }

    private Recording line(String json, Path manifest, String where) {
        Recording recording;
        try {
            recording = ManifestLine.read(json, manifest, where);
        } catch (BadInputException e) {
            return failed(manifest, where, e);
        }
        try {
            soundCheck.check(recording.file());
            return recording;
        } catch (BadInputException e) {
            return recording.unplayable(where + ": " + e.getMessage());
        }
    }

    private void folder(Path folder) {
        Path manifest = folder.resolve(FOLDER_MANIFEST);
        Set<Path> labelled = new HashSet<>();
        if (Files.isRegularFile(manifest)) {
            int before = found.size();
            manifest(manifest);
            found.subList(before, found.size())
                    .forEach(r -> labelled.add(r.file().toAbsolutePath().normalize()));
        }
        List<Recording> others = new ArrayList<>();
        walk(folder, others);
        others.stream()
                .filter(r -> !labelled.contains(r.file().toAbsolutePath().normalize()))
                .sorted(Comparator.comparing(r -> r.file().toString()))
                .forEach(found::add);
    }

    private void walk(Path folder, List<Recording> into) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isSound(file)) {
                        into.add(inFolder(file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (file.equals(folder)) {
                        throw e;
                    }
                    into.add(Recording.unlabelled(file).unplayable(file + ": cannot be read: " + e.getMessage()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new BadInputException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Recording inFolder(Path file) {
        try {
            soundCheck.check(file);
            return Recording.unlabelled(file);
        } catch (BadInputException e) {
            return failed(file, file.toString(), e);
        }
    }

    private static Recording failed(Path file, String audio, BadInputException e) {
        return new Recording(file, audio, null, null, null, null, null, null, null, e.getMessage());
    }

    private static String text(Path manifest) {
        try {
            String text = new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new BadInputException(manifest + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isManifest(Path path) {
        return extension(path).equals("jsonl");
    }

    private static boolean isSound(Path path) {
        return SOUND.contains(extension(path));
    }

    private static String extension(Path path) {
        String name = path.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
