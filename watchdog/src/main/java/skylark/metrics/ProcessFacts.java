package skylark.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the operating system says of this process and its machine. Any thread. */
public final class ProcessFacts {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private ProcessFacts() {}

    /** Processor time of the whole process, in seconds; null where it is not told. */
    public static @Nullable Double cpuS() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(cpu -> cpu.toNanos() / 1e9)
                .orElse(null);
    }

    /** What it runs on, by name. */
    public static Map<String, String> machine() {
        Map<String, String> facts = new LinkedHashMap<>();
        String cpu = procField(CPU_INFO, "model name");
        facts.put("cpu", cpu == null ? System.getProperty("os.arch") : cpu);
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.version"));
        return facts;
    }

    /** Resident memory in MB; null but on Linux. */
    public static @Nullable Double residentMb() {
        return statusMb("VmRSS");
    }

    /** Resident memory at its highest, in MB; null but on Linux. */
    public static @Nullable Double peakResidentMb() {
        return statusMb("VmHWM");
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
