package skylark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.metrics.Metrics;

class TurnMeterTest {
    @TempDir
    Path folder;

    private final Metrics metrics = new Metrics();
    private final List<Long> passedOn = new ArrayList<>();
    private final TurnMeter meter = new TurnMeter(metrics, report -> passedOn.add(report.turn()));

    @Test
    void shouldKeepTheFirstTurnApart() {
        meter.onTurn(SampleReports.of(1, 90, false));
        meter.onTurn(SampleReports.of(2, 10, false));
        meter.onTurn(SampleReports.of(3, 30, true));

        Metrics.Snapshot snapshot = metrics.snapshot();
        assertThat(snapshot.latencies().get("clock.c2a.cold").n()).isEqualTo(1);
        assertThat(snapshot.latencies().get("clock.c2a.cold").max()).isBetween(89.0, 91.0);
        assertThat(snapshot.latencies().get("clock.c2a.warm").n()).isEqualTo(2);
        assertThat(snapshot.latencies().get("clock.c2a.warm").max()).isBetween(29.0, 31.0);
        assertThat(snapshot.latencies().get("stage.generate.warm").p50()).isBetween(6.9, 7.1);
        assertThat(snapshot.latencies()).as("what never happened").doesNotContainKey("stage.tokenize.warm");
        assertThat(snapshot.counters()).containsEntry("turns", 3L).containsEntry("fallbacks", 1L);
        assertThat(passedOn).containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldWriteEveryTurnToAFlightRecording() throws Exception {
        Path file = folder.resolve("turns.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("skylark.Turn");
            recording.start();
            meter.onTurn(SampleReports.of(1, 90, true));
            meter.onTurn(SampleReports.of(2, 10, false));
            meter.onNothingHeard(3);
            meter.onLost(4);
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> turns = RecordingFile.readAllEvents(file);
        assertThat(turns).extracting(turn -> turn.getLong("turn")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(turns)
                .extracting(turn -> turn.getString("outcome"))
                .containsExactly("PLAYED", "PLAYED", "NOTHING_HEARD", "LOST");
        assertThat(turns.get(0).getBoolean("cold")).isTrue();
        assertThat(turns.get(0).getBoolean("fallback")).isTrue();
        assertThat(turns.get(1).getBoolean("cold")).isFalse();
        assertThat(turns.get(1).getString("intent")).isEqualTo("query.battery");
        assertThat(turns.get(1).getDuration("c2aNs")).isEqualTo(Duration.ofMillis(10));
    }
}
