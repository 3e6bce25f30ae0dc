package skylark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import skylark.metrics.Metrics;
import skylark.telemetry.journal.Note;

class FiguresStageTest {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private final Metrics metrics = new Metrics();
    private final List<Note> sent = new ArrayList<>();
    private final FiguresStage stage = new FiguresStage(metrics::snapshot, sent::add);

    @Test
    void shouldTellTheGroundEveryMinuteAndAtTheEnd() {
        stage.doWork(1_000);
        assertThat(stage.idleNs()).as("it sleeps until then").isEqualTo(MINUTE_NS);
        stage.doWork(1_000 + MINUTE_NS - 1);
        assertThat(sent).isEmpty();
        stage.doWork(1_000 + MINUTE_NS);
        assertThat(sent).hasSize(1);
        stage.onClose();
        assertThat(sent).hasSize(2);
    }

    @Test
    void shouldTellWarmLatenciesAndWhatHappened() {
        metrics.latency("clock.c2a.warm").recordNs(5_000_000);
        metrics.latency("clock.c2a.cold").recordNs(90_000_000);
        metrics.counter("fallbacks").increment();
        metrics.counter("trips");

        Map<String, Object> data = FiguresStage.figures(metrics.snapshot()).data();

        assertThat(data.get("counters")).isEqualTo(Map.of("fallbacks", 1L));
        assertThat(data.get("latency_ms")).isEqualTo(Map.of("c2a", List.of(1L, 5.0, 5.0)));
    }
}
