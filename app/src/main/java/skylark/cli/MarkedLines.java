package skylark.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Passes whole lines on, each with a mark before it, so that two who speak at once do not mix. */
final class MarkedLines extends OutputStream {
    private final PrintStream out;
    private final String mark;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MarkedLines(PrintStream out, String mark) {
        this.out = out;
        this.mark = mark;
    }

    @Override
    public synchronized void write(int octet) {
        if (octet == '\n') {
            out.println(mark + line.toString(StandardCharsets.UTF_8).stripTrailing());
            line.reset();
        } else {
            line.write(octet);
        }
    }
}
