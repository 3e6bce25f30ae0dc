package skylark.replay;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the place that is printed to can show.
 *
 * @param columns in one line
 * @param colour escape sequences are welcome
 * @param unicode more than ASCII can be shown
 */
public record Terminal(int columns, boolean colour, boolean unicode) {
    private static final int USUAL_COLUMNS = 110;
    private static final int LEAST_COLUMNS = 72;

    /** Of standard output (1) or standard error (2) of this process. */
    public static Terminal ofStream(int descriptor, Charset charset, Map<String, String> environment) {
        return of(isTerminal(descriptor), charset, environment);
    }

    /** No colour when it is not a terminal, or when {@code NO_COLOR} or a dumb {@code TERM} says so. */
    static Terminal of(boolean terminal, Charset charset, Map<String, String> environment) {
        String wanted = environment.getOrDefault("COLUMNS", "");
        int columns = wanted.matches("\\d{1,4}") ? Integer.parseInt(wanted) : USUAL_COLUMNS;
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean unicode = charset.canEncode() && charset.newEncoder().canEncode("\u2192\u2264\u2026\u25cf");
        return new Terminal(Math.max(LEAST_COLUMNS, columns), terminal && !plain, unicode);
    }

    /** Java's own answer mixes the three streams, and means something else since Java 22. */
    private static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
