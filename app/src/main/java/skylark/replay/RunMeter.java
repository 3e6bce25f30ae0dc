package skylark.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import skylark.metrics.Metrics;
import skylark.metrics.ProcessFacts;

/** Measures what a run costs this process, from {@link #begin} to {@link #end}. Immutable. */
public final class RunMeter {
    private final InstantSource clock;
    private final Instant startedAt;
    private final @Nullable Double startCpuS;

    private RunMeter(InstantSource clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
        this.startCpuS = ProcessFacts.cpuS();
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
        Double nowCpuS = ProcessFacts.cpuS();
        return new RunFacts(
                title,
                pace,
                noise,
                snrDb,
                startedAt,
                Duration.between(startedAt, now).toMillis() / 1e3,
                startMs,
                ProcessFacts.residentMb(),
                ProcessFacts.peakResidentMb(),
                nowCpuS == null || startCpuS == null ? null : nowCpuS - startCpuS,
                ProcessFacts.machine(),
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
}
