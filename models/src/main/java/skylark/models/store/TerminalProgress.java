package skylark.models.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A progress bar on standard error; where that is no terminal, one line for each phase. */
public final class TerminalProgress implements InstallProgress {
    private static final int BAR = 24;
    private static final long MEGABYTE = 1_000_000;

    private final PrintStream err;
    private final boolean terminal;
    private String what = "";
    private long totalBytes;
    private long shownPercent;

    TerminalProgress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Progress on standard error, which is asked whether it is a terminal. */
    public static TerminalProgress onStandardError() {
        return new TerminalProgress(System.err, standardErrorIsTerminal());
    }

    @Override
    public void started(String model, Phase phase, long bytes) {
        what = model + ": " + phase.word();
        totalBytes = Math.max(1, bytes);
        shownPercent = -1;
        if (terminal) {
            reached(0);
        } else {
            err.println(what + " " + megabytes(bytes));
        }
    }

    @Override
    public void reached(long bytes) {
        long percent = Math.min(100, bytes * 100 / totalBytes);
        if (!terminal || percent <= shownPercent) {
            return;
        }
        shownPercent = percent;
        int full = (int) (percent * BAR / 100);
        String bar = "#".repeat(full) + "-".repeat(BAR - full);
        err.printf("\r\033[K[%s] %3d %%  %s %s", bar, percent, what, megabytes(totalBytes));
        err.flush();
    }

    @Override
    public void finished() {
        if (terminal) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private static String megabytes(long bytes) {
        return bytes < MEGABYTE ? bytes / 1000 + " kB" : bytes / MEGABYTE + " MB";
    }

    private static boolean standardErrorIsTerminal() {
        Path standardError = Path.of("/proc/self/fd/2");
        if (!Files.exists(standardError)) {
            return System.console() != null;
        }
        try {
            String target = standardError.toRealPath().toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            // A pipe has no real path.
            return false;
        }
    }
}
