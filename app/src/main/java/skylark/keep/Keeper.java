package skylark.keep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import skylark.domain.BadInputException;

/**
 * Runs a command as a child process, and starts it again when it dies, when its heart stops, or when it asks for it.
 * Belongs to one thread.
 */
public final class Keeper {
    private static final long LOOK_MS = 50;
    /** A heart that has beaten and did not for so long has stopped; the watchdog beats 20 times a second. */
    private static final long SILENT_NS = TimeUnit.MILLISECONDS.toNanos(900);
    /** Ends that are meant: done, found wrong, called wrongly, Ctrl-C, told to end. */
    private static final Set<Integer> MEANT = Set.of(0, 1, 2, 130, 143);

    private static final int MOST_STARTS = 6;
    private static final long WITHIN_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int GIVEN_UP = 1;

    private final List<String> command;
    private final Path beats;
    private final Heartbeat heartbeat;
    private final Consumer<String> reports;
    private final Deque<Long> startsNs = new ArrayDeque<>();

    /**
     * @param command the child's, with its arguments
     * @param beats a file for its heartbeat
     * @param reports told in one line of every restart
     */
    public Keeper(List<String> command, Path beats, Consumer<String> reports) {
        this.command = List.copyOf(command);
        this.beats = beats;
        this.heartbeat = new Heartbeat(beats);
        this.reports = reports;
    }

    /** Until the child ends as it was meant to, or dies too often; its exit status, or 1. */
    public int run() throws InterruptedException {
        while (mayStart()) {
            heartbeat.clear();
            Process child = start();
            Thread hook = new Thread(child::destroy, "keeper ends");
            Runtime.getRuntime().addShutdownHook(hook);
            String why = watch(child);
            Runtime.getRuntime().removeShutdownHook(hook);
            if (why.isEmpty()) {
                return child.exitValue();
            }
            reports.accept("the assistant " + why + "; started again");
        }
        reports.accept("the assistant died " + MOST_STARTS + " times within a minute; given up");
        return GIVEN_UP;
    }

    private boolean mayStart() {
        long nowNs = System.nanoTime();
        while (!startsNs.isEmpty() && nowNs - startsNs.getFirst() > WITHIN_NS) {
            startsNs.removeFirst();
        }
        startsNs.addLast(nowNs);
        return startsNs.size() <= MOST_STARTS;
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(Kept.VARIABLE, beats.toAbsolutePath().toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BadInputException(command.get(0) + ": expected a program: " + e.getMessage(), e);
        }
    }

    /** Waits for its end; why it must be started again, or empty. */
    private String watch(Process child) throws InterruptedException {
        long seen = 0;
        long seenNs = System.nanoTime();
        while (!child.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
            long beatsNow = heartbeat.beats();
            long nowNs = System.nanoTime();
            if (beatsNow != seen) {
                seen = beatsNow;
                seenNs = nowNs;
            } else if (seen > 0 && nowNs - seenNs > SILENT_NS) {
                child.destroyForcibly().waitFor();
                return "did not beat for " + (nowNs - seenNs) / 1_000_000 + " ms and was killed";
            }
        }
        int status = child.exitValue();
        if (status == Kept.RESTART_STATUS) {
            return "asked for it";
        }
        return MEANT.contains(status) ? "" : "ended with status " + status;
    }
}
