package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import skylark.metrics.Metrics;

class RunMeterTest {
    private Instant now = Instant.parse("2026-11-23T02:30:00Z");

    @Test
    void shouldTimeTheRunByItsClock() {
        RunMeter meter = RunMeter.begin(() -> now);
        now = now.plusMillis(12_500);
        RunFacts facts = meter.end("Replay", "real", null, null, 900.0, false, Metrics.Snapshot.EMPTY);
        assertThat(facts.wallS()).isEqualTo(12.5);
        assertThat(facts.startedAt()).isEqualTo(Instant.parse("2026-11-23T02:30:00Z"));
        assertThat(facts.machine()).containsKeys("cpu", "cores", "java");
    }

    @Test
    void shouldReadMemoryFromLinux() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc on this system");
        RunFacts facts =
                RunMeter.begin(() -> now).end("Replay", "real", null, null, null, true, Metrics.Snapshot.EMPTY);
        assertThat(facts.rssMb()).isBetween(10.0, 20_000.0);
        assertThat(facts.rssPeakMb()).isGreaterThanOrEqualTo(facts.rssMb());
        assertThat(facts.interrupted()).isTrue();
    }
}
