package skylark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import skylark.app.Scratch;
import skylark.bench.run.Children;
import skylark.bench.run.Playlist;
import skylark.bench.run.Replays;
import skylark.bench.run.StepFailed;
import skylark.domain.BadInputException;

/** {@code bench --profile}: a few turns with every recorder on, which are then no measure of time themselves. */
final class ProfileBench {
    private static final int TURNS = 10;
    private static final String TRACE = "trace.json";

    private ProfileBench() {}

    static int run(Shared shared, Path recordings, Path folder, int turns) {
        Playlist list = Playlist.of(recordings).some(turns);
        made(folder);
        try (Scratch scratch = Scratch.named("skylark-profile");
                Children children = new Children(scratch.folder())) {
            List<String> options = List.of(
                    "--set",
                    "nlg.profile=" + folder.resolve("generator"),
                    "--jfr",
                    folder.resolve("skylark.jfr").toString());
            Replays replays = new Replays(children, scratch.folder());
            replays.play(
                    "the replay that is profiled", OwnProgram.asThis(shared.passedOn()), list, list.size(), options);
            Path trace = scratch.folder().resolve("replay-1").resolve(TRACE);
            Files.copy(trace, folder.resolve(TRACE), StandardCopyOption.REPLACE_EXISTING);
        } catch (StepFailed | IOException e) {
            shared.console().err().println("skylark: " + e.getMessage());
            return ExitStatus.FOUND_WRONG;
        }
        shared.console().out().println(folder);
        return ExitStatus.DONE;
    }

    static int turns(boolean isShort) {
        return isShort ? TURNS / 2 : TURNS;
    }

    private static void made(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException(folder + ": cannot be written, expected a folder", e);
        }
    }
}
