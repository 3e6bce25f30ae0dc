package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

class ReplayReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path out;

    @Test
    void shouldHoldTheKeysOfTheContractInTheSummary() throws IOException {
        finished(new SampleTurns(1).turns(40));

        JsonNode summary = JSON.readTree(out.resolve("report.json").toFile()).get("summary");

        assertThat(keys(summary))
                .contains(
                        "turns",
                        "wer",
                        "intent_accuracy",
                        "wrong_actions",
                        "v2v_ms",
                        "epd_ms",
                        "c2a_ms",
                        "cut_in_rate",
                        "fallback_rate",
                        "real_replies",
                        "speculation_hit_rate",
                        "rss_mb",
                        "cpu_s_per_turn",
                        "start_ms");
        for (String clock : List.of("v2v_ms", "epd_ms", "c2a_ms")) {
            assertThat(keys(summary.get(clock))).containsExactly("n", "p50", "p95", "p99", "max");
        }
        assertThat(keys(summary.get("complete"))).containsExactly("turns", "v2v_ms", "epd_ms", "c2a_ms");
        assertThat(summary.get("turns").asInt()).isEqualTo(40);
    }

    @Test
    void shouldLeaveATraceOfEveryTurn() throws IOException {
        List<TurnRecord> turns = new SampleTurns(1).turns(8);
        finished(turns);
        TurnRecord played = turns.stream()
                .filter(turn -> turn.commitS() != null && !turn.spans().isEmpty())
                .findFirst()
                .orElseThrow();
        int number = turns.indexOf(played) + 1;

        JsonNode events = JSON.readTree(out.resolve("trace.json").toFile()).get("traceEvents");
        List<JsonNode> commits = named(events, "speech commit", number);
        List<JsonNode> worked = new ArrayList<>();
        events.forEach(event -> {
            if (event.get("ph").asText().equals("X") && event.get("pid").asInt() == number) {
                worked.add(event);
            }
        });

        assertThat(commits)
                .singleElement()
                .satisfies(mark -> assertThat(mark.get("ts").asDouble()).isEqualTo(1e6 * played.commitS()));
        assertThat(worked).hasSameSizeAs(played.spans());
        assertThat(worked.get(0).get("dur").asDouble())
                .isEqualTo(1e3 * played.spans().get(0).lengthMs());
    }

    private static List<JsonNode> named(JsonNode events, String name, int turn) {
        List<JsonNode> found = new ArrayList<>();
        events.forEach(event -> {
            if (event.get("name").asText().equals(name) && event.get("pid").asInt() == turn) {
                found.add(event);
            }
        });
        return found;
    }

    @Test
    void shouldWriteTheVerdictsAsBenchDoes() throws IOException {
        finished(new SampleTurns(1).turns(20));
        JsonNode verdict = JSON.readTree(out.resolve("report.json").toFile())
                .get("verdicts")
                .get(0);
        assertThat(keys(verdict))
                .containsExactlyInAnyOrder("name", "value", "unit", "n", "must", "goal", "ok", "goal_ok");
        assertThat(verdict.get("name").asText()).isEqualTo("c2a.p50");
    }

    @Test
    void shouldHoldTheKeysOfTheContractInEachTurn() throws IOException {
        finished(new SampleTurns(1).turns(12));

        List<String> lines = Files.readAllLines(out.resolve("turns.jsonl"));

        assertThat(lines).hasSize(12).allSatisfy(line -> assertThat(keys(JSON.readTree(line)))
                .contains("text", "intent", "slots", "class", "confidence", "decision", "reply", "source", "command")
                .contains("ms", "audio", "heard", "eos_s", "commit_s", "first_audio_s", "v2v_ms", "epd_ms", "c2a_ms")
                .contains("speculation", "fallback", "error"));
        assertThat(JSON.readTree(lines.get(10)).get("error").asText()).contains("truncated");
        assertThat(JSON.readTree(lines.get(0)).get("error").isNull()).isTrue();
        assertThat(JSON.readTree(lines.get(1)).get("command").get("name").asText())
                .isEqualTo("DO_REPOSITION");
    }

    @Test
    void shouldLoseNoTurnWhenItIsNeverFinished() throws IOException {
        ReplayReport report = new ReplayReport(out);
        List<TurnRecord> turns = new SampleTurns(2).turns(5);
        report.add(turns.get(0));
        report.add(turns.get(1));

        assertThat(Files.readAllLines(out.resolve("turns.jsonl"))).hasSize(2);
        assertThat(out.resolve("report.json")).doesNotExist();
        report.close();
    }

    @Test
    void shouldFinishOnceAndTakeNoTurnsAfterwards() throws IOException {
        try (ReplayReport report = new ReplayReport(out)) {
            List<TurnRecord> turns = new SampleTurns(2).turns(5);
            report.add(turns.get(0));
            ReplaySummary first = report.finish(SampleTurns.facts());
            report.add(turns.get(1));
            assertThat(report.finish(SampleTurns.facts())).isSameAs(first);
        }
        assertThat(Files.readAllLines(out.resolve("turns.jsonl"))).hasSize(1);
    }

    @Test
    void shouldLeaveNothingOfAnOlderRun() throws IOException {
        finished(new SampleTurns(1).turns(9));
        new ReplayReport(out).close();
        assertThat(out.resolve("report.json")).doesNotExist();
        assertThat(out.resolve("turns.jsonl")).isEmptyFile();
    }

    @Test
    void shouldLeaveNoPartialFiles() throws IOException {
        finished(new SampleTurns(1).turns(9));
        try (var files = Files.list(out)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void shouldNameRepliesByTurnAndRecording() {
        try (ReplayReport report = new ReplayReport(out)) {
            Recording odd = Recording.unlabelled(Path.of("some where", "go up <now>.wav"));
            Path reply = report.replyFile(odd);
            assertThat(reply).isEqualTo(out.resolve("replies").resolve("001-go-up-now-.wav"));
            report.add(TurnRecord.of(odd).replyWav(reply).build());
            assertThat(report.replyFile(odd).getFileName().toString()).startsWith("002-");
        }
        assertThat(out.resolve("turns.jsonl")).content().contains("\"reply_wav\":\"replies/001-go-up-now-.wav\"");
    }

    @Test
    void shouldRefuseAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(out.resolve("file"), "");
        assertThatThrownBy(() -> new ReplayReport(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected a folder");
    }

    private void finished(List<TurnRecord> turns) {
        try (ReplayReport report = new ReplayReport(out)) {
            turns.forEach(report::add);
            report.finish(SampleTurns.facts());
        }
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
