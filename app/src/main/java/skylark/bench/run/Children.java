package skylark.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of one bench: none outlives it, however it ends. Any thread. */
public final class Children implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Children.class);
    private static final int FOUND_WRONG = 1;
    private static final long REAP_S = 5;

    private final Path folder;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean closed;
    private final Thread reaper = new Thread(this::killAll, "bench-reaper");

    /** @param folder where what they print is kept meanwhile */
    public Children(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /** Begins one that goes on until it is stopped; what it prints is dropped. */
    Process begin(List<String> words) {
        return start(new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /**
     * Runs one to its end.
     *
     * @param what it does, for the message
     * @param input its standard input; null for none
     * @return the lines of its standard output
     * @throws StepFailed with its own last words if it ended with anything but 0 or 1, or did not end within {@code limitS}
     */
    List<String> run(String what, List<String> words, @Nullable Path input, long limitS) {
        int number = begun.incrementAndGet();
        Path out = folder.resolve("child-" + number + ".out");
        Path err = folder.resolve("child-" + number + ".err");
        Process process = start(new ProcessBuilder(words)
                .redirectInput(input == null ? Path.of("/dev/null").toFile() : input.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile()));
        try {
            if (!process.waitFor(limitS, TimeUnit.SECONDS)) {
                throw new StepFailed(what + ": did not end within " + limitS + " s, and was stopped");
            }
            int status = process.exitValue();
            if (status != 0 && status != FOUND_WRONG) {
                throw new StepFailed(what + ": ended with status " + status + ": " + lastWords(err, out));
            }
            return lines(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed(what + ": interrupted");
        } finally {
            stop(process);
        }
    }

    /** Ends it, and whatever it began. */
    void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            if (!process.waitFor(REAP_S, TimeUnit.SECONDS)) {
                LOG.warn("process {} does not end", process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.remove(process);
    }

    @Override
    public void close() {
        killAll();
        try {
            Runtime.getRuntime().removeShutdownHook(reaper);
        } catch (IllegalStateException e) {
            LOG.debug("the process ends: the reaper works by itself");
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            running.add(process);
            if (closed) { // Ctrl-C: what begins now would outlive us
                stop(process);
                throw new StepFailed("interrupted");
            }
            return process;
        } catch (IOException e) {
            throw new StepFailed(builder.command().get(0) + ": cannot be begun: " + e.getMessage());
        }
    }

    private void killAll() {
        closed = true;
        running.forEach(this::stop);
    }

    private static String lastWords(Path err, Path out) {
        List<String> said = lines(err).isEmpty() ? lines(out) : lines(err);
        return said.isEmpty() ? "it said nothing" : said.get(said.size() - 1).replaceFirst("^skylark: ", "");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
