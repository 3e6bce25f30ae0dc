package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaves a report of made-up turns in {@code target/sample-report}, to look at while the page is being changed. */
class SampleReportTest {

    @Test
    void shouldLeaveAReportToLookAt() {
        Path folder = Path.of("target", "sample-report");
        try (ReplayReport report = new ReplayReport(folder)) {
            for (TurnRecord turn : new SampleTurns(7).turns(64)) {
                report.add(turn);
                if (report.turns() == 5) {
                    report.announced("PKG_RELEASED", "Package released, heading home.");
                }
            }
            report.finish(SampleTurns.facts());
        }
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        assertThat(folder.resolve("report.json")).content().contains("PKG_RELEASED");
    }
}
