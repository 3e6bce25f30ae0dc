package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;
import skylark.metrics.Metrics;

class ReplayRunTest {
    @TempDir
    Path out;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream talk = new ByteArrayOutputStream();
    private final List<Path> replies = new ArrayList<>();

    @Test
    void shouldGoOnBehindATurnThatFails() throws IOException {
        ReplayRun run = run(out, false);

        boolean good = run.run(
                List.of(named("a.wav"), named("b.wav").unplayable("b.wav: empty"), named("gone.wav"), named("c.wav")),
                player(run, 99));

        assertThat(good).isFalse();
        assertThat(Files.readAllLines(out.resolve("turns.jsonl"))).hasSize(4);
        assertThat(replies).extracting(p -> p.getFileName().toString()).containsExactly("001-a.wav", "004-c.wav");
        assertThat(talk.toString(StandardCharsets.UTF_8)).contains("b.wav: empty", "gone.wav: vanished", "2 failed");
        assertThat(out.resolve("report.html")).exists();
    }

    @Test
    void shouldSucceedWhenEveryTurnDoes() {
        ReplayRun run = run(null, false);
        assertThat(run.run(List.of(named("a.wav")), player(run, 99))).isTrue();
        assertThat(replies).containsExactly((Path) null);
    }

    @Test
    void shouldPrintOneObjectALineAndTheSummaryLast() throws IOException {
        ReplayRun run = run(null, true);
        run.run(List.of(named("a.wav"), named("c.wav")), player(run, 99));

        List<String> lines = answer.toString(StandardCharsets.UTF_8).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(new ObjectMapper().readTree(lines.get(0)).get("audio").asText())
                .isEqualTo("a.wav");
        assertThat(new ObjectMapper()
                        .readTree(lines.get(2))
                        .get("summary")
                        .get("turns")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void shouldLeaveAReportOfTheTurnsSoFarWhenInterrupted() throws IOException {
        ReplayRun run = run(out, false);

        boolean good = run.run(List.of(named("a.wav"), named("b.wav"), named("c.wav")), player(run, 2));

        assertThat(good).isFalse();
        assertThat(Files.readAllLines(out.resolve("turns.jsonl"))).hasSize(1);
        assertThat(new ObjectMapper()
                        .readTree(out.resolve("report.json").toFile())
                        .get("summary")
                        .get("interrupted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void shouldKeepAnnouncementsWithTheirPlace() throws IOException {
        ReplayRun run = run(out, false);
        run.announced("TAKEOFF", "Taking off.");
        run.run(List.of(named("a.wav")), player(run, 99));
        assertThat(out.resolve("report.json")).content().contains("TAKEOFF");
        assertThat(talk.toString(StandardCharsets.UTF_8)).contains("[TAKEOFF] Taking off.");
    }

    private ReplayRun run(Path folder, boolean json) {
        TalkPrinter printer =
                new TalkPrinter(new PrintStream(talk, true, StandardCharsets.UTF_8), new Terminal(100, false, false));
        return new ReplayRun(
                new ReplayRun.Options("Replay", folder, "real", null, null, json),
                new PrintStream(answer, true, StandardCharsets.UTF_8),
                printer,
                () -> Instant.EPOCH,
                1000,
                () -> Metrics.Snapshot.EMPTY);
    }

    /** Ctrl-C strikes while it plays the {@code interruptedAt}th recording. */
    private TurnPlayer player(ReplayRun run, int interruptedAt) {
        return new TurnPlayer() {
            private int played;

            @Override
            public TurnRecord play(Recording recording, Path replyWav) {
                if (recording.audio().startsWith("gone")) {
                    throw new BadInputException("gone.wav: vanished");
                }
                replies.add(replyWav);
                if (++played == interruptedAt) {
                    run.interrupt();
                }
                return TurnRecord.of(recording)
                        .heard("stop")
                        .commitS(1.0)
                        .firstAudioS(1.02)
                        .build();
            }

            @Override
            public void close() {}
        };
    }

    private static Recording named(String name) {
        return Recording.unlabelled(Path.of(name));
    }
}
