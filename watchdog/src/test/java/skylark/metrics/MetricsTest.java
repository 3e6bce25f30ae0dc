package skylark.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void shouldGivePercentilesOfAllThatWasRecorded() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int ms = 1; ms <= 100; ms++) {
            histogram.recordNs(ms * 1_000_000L);
            if (ms == 50) {
                assertThat(histogram.percentiles().n()).isEqualTo(50);
            }
        }
        LatencyHistogram.Percentiles percentiles = histogram.percentiles();
        assertThat(percentiles.n()).isEqualTo(100);
        assertThat(percentiles.p50()).isCloseTo(50, within(1.0));
        assertThat(percentiles.p99()).isCloseTo(99, within(1.5));
    }

    @Test
    void shouldBeEmptyWithoutValues() {
        assertThat(new LatencyHistogram().percentiles()).isEqualTo(new LatencyHistogram.Percentiles(0, 0, 0, 0, 0));
    }

    @Test
    void shouldWriteTheTurnToAFlightRecording() throws Exception {
        LinkedBlockingQueue<RecordedEvent> seen = new LinkedBlockingQueue<>();
        try (RecordingStream stream = new RecordingStream()) {
            stream.enable("skylark.Turn");
            stream.setReuse(false);
            stream.onEvent("skylark.Turn", seen::add);
            stream.startAsync();
            TurnEvent event = new TurnEvent();
            event.turn = 12;
            event.intent = "query.battery";
            event.c2aNs = 31_000_000;
            event.commit();
            RecordedEvent recorded = seen.poll(20, TimeUnit.SECONDS);
            assertThat(recorded).isNotNull();
            assertThat(recorded.getLong("turn")).isEqualTo(12);
            assertThat(recorded.getString("intent")).isEqualTo("query.battery");
            assertThat(recorded.getDuration("c2aNs")).isEqualTo(Duration.ofMillis(31));
        }
    }
}
