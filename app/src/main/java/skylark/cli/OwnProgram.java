package skylark.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skylark.bench.run.Program;

/** This program, to be begun anew. */
final class OwnProgram {
    private static final String UNKNOWN = "unknown";

    private OwnProgram() {}

    /** The words that begin it as this process was begun, followed by {@code arguments}. */
    static List<String> words(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    /** In the same way as this process. */
    static Program asThis(List<String> options) {
        return new Program("this program", words(), options);
    }

    /** Through its checkout's launcher, if it has one, so that it is begun as another checkout is. */
    static Program launched(List<String> options) {
        return home().map(folder -> Program.checkout("candidate", folder, options))
                .orElseGet(() -> new Program("candidate", words(), options));
    }

    /** The checkout that it was built in. */
    static Optional<Path> home() {
        try {
            Path code = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path app = code.resolve("../..").normalize();
            Path folder = app.getParent();
            return folder != null && app.endsWith("app") && Program.isCheckout(folder)
                    ? Optional.of(folder)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The commit of a checkout, with a + when there are changes to it; "unknown" where Git does not tell. */
    static String commit(Path folder) {
        String commit = git(folder, "rev-parse", "--short=12", "HEAD");
        String changes = git(folder, "status", "--porcelain", "--untracked-files=no");
        return commit == null ? UNKNOWN : changes == null || changes.isEmpty() ? commit : commit + "+";
    }

    private static @Nullable String git(Path folder, String... words) {
        List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
        line.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? answer : null;
        } catch (IOException e) {
            return null; // no Git here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
