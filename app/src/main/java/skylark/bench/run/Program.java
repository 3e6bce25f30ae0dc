package skylark.bench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import skylark.domain.BadInputException;

/**
 * A Skylark that can be begun in a process of its own.
 *
 * @param name for messages
 * @param begins the words that begin it, up to its first argument
 * @param options that follow every call's own words
 */
public record Program(String name, List<String> begins, List<String> options) {
    private static final String LAUNCHER = "skylark";

    public Program {
        begins = List.copyOf(begins);
        options = List.copyOf(options);
    }

    /**
     * A checkout, through its own launcher.
     *
     * @throws BadInputException if it is none
     */
    public static Program checkout(String name, Path folder, List<String> options) {
        if (!isCheckout(folder)) {
            throw new BadInputException(folder + ": no launcher in it, expected a checkout of Skylark that was built");
        }
        Path launcher = folder.toAbsolutePath().normalize().resolve(LAUNCHER);
        return new Program(name, List.of(launcher.toString()), options);
    }

    /** Whether it has a launcher that can be run. */
    public static boolean isCheckout(Path folder) {
        Path launcher = folder.resolve(LAUNCHER);
        return Files.isRegularFile(launcher) && Files.isExecutable(launcher);
    }

    /** The whole command line. */
    List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>(begins);
        words.addAll(arguments);
        words.addAll(options);
        return words;
    }
}
