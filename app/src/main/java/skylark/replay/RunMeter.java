package skylark.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skylark.metrics.Metrics;

/** Measures what a run costs this process, from {@link #begin} to {@link #end}. Immutable. */
public final class RunMeter {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private final InstantSource clock;
    private final Instant startedAt;
    private final @Nullable Double startCpuS;

    private RunMeter(InstantSource clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
        this.startCpuS = cpuS();
    }

    /** The pipeline is ready and the first turn is about to be played. */
    public static RunMeter begin(InstantSource clock) {
        return new RunMeter(clock);
    }

    /** The facts so far; the arguments are those of {@link RunFacts}. */
    public RunFacts end(
            String title,
            String pace,
            @Nullable String noise,
            @Nullable Double snrDb,
            @Nullable Double startMs,
            boolean interrupted,
            Metrics.Snapshot measured) {
        Instant now = clock.instant();
        Double nowCpuS = cpuS();
        return new RunFacts(
                title,
                pace,
                noise,
                snrDb,
                startedAt,
                Duration.between(startedAt, now).toMillis() / 1e3,
                startMs,
                statusMb("VmRSS"),
                statusMb("VmHWM"),
                nowCpuS == null || startCpuS == null ? null : nowCpuS - startCpuS,
                machine(),
                interrupted,
                measured);
    }

    /** Milliseconds since this process started, for a caller that has just become ready. */
    public static double sinceProcessStartMs(InstantSource clock) {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> (double) Duration.between(start, clock.instant()).toMillis())
                .orElse(Double.NaN);
    }

    private static @Nullable Double cpuS() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(cpu -> cpu.toNanos() / 1e9)
                .orElse(null);
    }

    private static Map<String, String> machine() {
        Map<String, String> facts = new LinkedHashMap<>();
        String cpu = procField(CPU_INFO, "model name");
        facts.put("cpu", cpu == null ? System.getProperty("os.arch") : cpu);
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.version"));
        return facts;
    }

    /** A line of Linux's status file, such as {@code VmRSS:   123456 kB}, in MB; null elsewhere. */
    private static @Nullable Double statusMb(String field) {
        String kilobytes = procField(STATUS, field);
        return kilobytes == null
                ? null
                : Long.parseLong(kilobytes.replace("kB", "").strip()) * 1024 / 1e6;
    }

    private static @Nullable String procField(Path file, String field) {
        if (!Files.isReadable(file)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
