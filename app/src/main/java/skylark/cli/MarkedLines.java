package skylark.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Passes whole lines on that are wanted, each with a mark before it, so that two who speak at once do not mix. */
final class MarkedLines extends OutputStream {
    private final PrintStream out;
    private final String mark;
    private final Predicate<String> wanted;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MarkedLines(PrintStream out, String mark, Predicate<String> wanted) {
        this.out = out;
        this.mark = mark;
        this.wanted = wanted;
    }

    @Override
    public synchronized void write(int octet) {
        if (octet == '\n') {
            String whole = line.toString(StandardCharsets.UTF_8).stripTrailing();
            line.reset();
            if (wanted.test(whole)) {
                out.println(mark + whole);
            }
        } else {
            line.write(octet);
        }
    }
}
