package skylark.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command talks to; the whole process's in earnest, arrays in a test.
 *
 * @param out carries the answer only
 * @param err everything else
 */
public record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

    /** The process's own streams, UTF-8 whatever the locale. */
    static Console ofProcess() {
        return new Console(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.getenv());
    }
}
