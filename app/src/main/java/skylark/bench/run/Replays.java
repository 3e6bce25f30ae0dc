package skylark.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Replays in processes of their own. */
public final class Replays {
    private static final long START_S = 120;
    private static final long LONGEST_TURN_S = 25;

    private final Children children;
    private final Path folder;
    private int played;

    /** @param folder for manifests and reports */
    public Replays(Children children, Path folder) {
        this.children = children;
        this.folder = folder;
    }

    /**
     * Plays so many turns.
     *
     * @param what this is, for messages
     * @param options more words for {@code replay}
     * @throws StepFailed if it could not be
     */
    public Played play(String what, Program program, Playlist list, int turns, List<String> options) {
        Path out = folder.resolve("replay-" + ++played);
        Path manifest = list.write(folder.resolve("replay-" + played + ".jsonl"), turns);
        List<String> words = new ArrayList<>(List.of("replay", manifest.toString(), "--out", out.toString()));
        words.addAll(options);
        children.run(what, program.words(words), null, START_S + turns * LONGEST_TURN_S);
        dropSound(what, out);
        return Played.read(what, out);
    }

    /** What was said is not measured, and is large. */
    private static void dropSound(String what, Path out) {
        try (var replies = Files.newDirectoryStream(out.resolve("replies"))) {
            for (Path reply : replies) {
                Files.deleteIfExists(reply);
            }
        } catch (IOException e) {
            throw new StepFailed(what + ": left no replies: " + e.getMessage());
        }
    }
}
