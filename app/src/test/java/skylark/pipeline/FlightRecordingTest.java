package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.nlg.reply.Act;

/** What the stages write into a flight recording, read back from its file. */
class FlightRecordingTest {
    @TempDir
    Path folder;

    @Test
    void shouldShowTheWorkOfEachStageOnATurnAndOnAnAnnouncement() throws Exception {
        Path file = folder.resolve("skylark.jfr");
        try (Recording recording = new Recording();
                PipelineRig rig = new PipelineRig()) {
            recording.enable("skylark.Stage");
            recording.start();
            rig.pipeline.start();
            rig.speak();
            PipelineRig.await("the turn", () -> rig.reports.size() == 1);
            rig.pipeline.announce(Drafts.request(Act.ANNOUNCE), 3);
            PipelineRig.await("the announcement", () -> rig.announced.size() == 1);
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(works(events, false)).contains("understand", "tokenize", "generate", "synthesise", "play");
        assertThat(works(events, true)).containsExactlyInAnyOrder("tokenize", "generate", "synthesise", "play");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getLong("turn")).isEqualTo(1);
            assertThat(event.getThread().getJavaName())
                    .as("written by the stage that worked")
                    .isIn("understanding", "tokenizer", "generator", "voice", "playback");
        });
    }

    private static List<String> works(List<RecordedEvent> events, boolean announcement) {
        return events.stream()
                .filter(event -> event.getBoolean("announcement") == announcement)
                .map(event -> event.getString("work"))
                .toList();
    }
}
