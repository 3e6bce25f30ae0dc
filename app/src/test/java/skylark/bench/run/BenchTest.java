package skylark.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.bench.CaseStudy;
import skylark.domain.DomainJson;
import skylark.replay.Verdict;

/** A bench whose replays are written by a script, a turn for each line of the manifest. */
class BenchTest {
    private static final BenchPlan PLAN = new BenchPlan(true, 5, 4, 3, List.of(10, -5), 0.1);
    private static final String REPORT = "{\"verdicts\":[{\"name\":\"c2a.p50\",\"value\":12.5,\"unit\":\"ms\",\"n\":4},"
            + "{\"name\":\"v2v.open.p50\",\"value\":null,\"n\":0},{\"name\":\"cpu_s_per_turn\",\"value\":0.5,\"n\":5}],"
            + "\"counters\":{\"cpu_ms.hearing\":2000},\"run\":{\"wall_s\":20.0,\"title\":\"x\"},\"summary\":{}}";
    private static final String TURN =
            "{\"turn\":1,\"audio\":\"a.wav\",\"eos_s\":2.0,\"commit_s\":2.2,\"first_audio_s\":2.21,\"c2a_ms\":10,"
                    + "\"v2v_ms\":210,\"epd_ms\":200,\"source\":\"generated\",\"class\":\"R\",\"complete\":true,"
                    + "\"said\":\"climb\",\"said_intent\":\"climb\",\"word_errors\":0,\"exact\":true}";
    private static final String MODEL = "{\"model\":\"tiny-int8\",\"file_mb\":4,\"first_token_ms\":1,\"token_ms\":0.5,"
            + "\"cpu_ms\":3,\"bleu\":0.9,\"chrf\":0.9,\"slots\":1}";

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void shouldMeasureEverythingThatIsThere() throws Exception {
        BenchResult result = bench("");

        assertThat(result.errors()).isEmpty();
        assertThat(result.measures())
                .extracting(Verdict::name)
                .contains(
                        "c2a.p50",
                        "recogniser.core_share",
                        "c2a.stress.within_120",
                        "c2a.nospec.p50",
                        "noise.10db",
                        "noise.-5db",
                        "listen.core_share",
                        "generator.first_token_ms",
                        "generator.int8.bleu",
                        "understanding.dev.exact")
                .doesNotContain("v2v.open.p50", "barge_in.ms", "generator.int8.file_ratio")
                .doesNotHaveDuplicates();
        assertThat(value(result, "noise.10db")).isEqualTo(100);
        assertThat(value(result, "understanding.dev.exact")).isEqualTo(50);
        assertThat(result.talks().get("quiet")).hasSize(5);
        assertThat(told).hasSize(7);
    }

    @Test
    void shouldGoOnWhenAStepFailsAndLeaveNothingRunning() throws Exception {
        long before = ProcessHandle.current().children().count();

        BenchResult result = bench("case \"$*\" in *speculate=false*) echo 'skylark: no room' >&2; exit 2;; esac\n");

        assertThat(result.errors()).containsExactly("the replay 'unprepared': ended with status 2: no room");
        assertThat(told).contains("failed: the replay 'unprepared': ended with status 2: no room");
        assertThat(result.measures())
                .extracting(Verdict::name)
                .contains("c2a.p50", "listen.core_share")
                .doesNotContain("c2a.nospec.p50");
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    }

    @Test
    void shouldLeaveJsonAsOthersReadIt() throws Exception {
        BenchResult result = bench("");
        BenchFile file =
                new BenchFile(Map.of("cores", "2"), "abc", result.isShort(), result.measures(), result.errors());

        JsonNode json = new ObjectMapper().readTree(DomainJson.write(file));

        assertThat(json.get("machine").get("cores").asText()).isEqualTo("2");
        assertThat(json.get("commit").asText()).isEqualTo("abc");
        assertThat(json.get("short").asBoolean()).isTrue();
        JsonNode first = json.get("measures").get(0);
        assertThat(first.fieldNames()).toIterable().contains("name", "value", "unit", "n", "must", "goal", "ok");
        assertThat(first.get("name").asText()).isEqualTo("c2a.p50");
        assertThat(first.get("value").asDouble()).isEqualTo(12.5);
        assertThat(first.get("n").asInt()).isEqualTo(4);
        assertThat(first.get("must").asDouble()).isEqualTo(40);
        assertThat(first.get("ok").asBoolean()).isTrue();
        assertThat(file.lines().get(1)).contains("c2a.p50", "12.5", "40", "goal");
    }

    @Test
    void shouldPlayEnoughTurnsUnlessItIsShort() {
        assertThat(BenchPlan.of(false, 123, null).turns()).isGreaterThan(300);
        assertThat(BenchPlan.of(false, 123, null).isShort()).isFalse();
        assertThat(BenchPlan.of(false, 123, 20).isShort()).as("cut short").isTrue();
        assertThat(BenchPlan.of(true, 123, null).turns()).isLessThan(20);
    }

    /** @param first of the script, before it plays the part of replay or ask */
    private BenchResult bench(String first) throws Exception {
        Path recordings = Files.writeString(
                folder.resolve("manifest.jsonl"), "{\"audio\":\"a.wav\",\"text\":\"climb\"}\n".repeat(5));
        Files.writeString(
                folder.resolve("utterances.jsonl"),
                "{\"text\":\"land\",\"intent\":\"land\"}\n{\"text\":\"hello\",\"intent\":\"greet\"}\n");
        Path report = Files.writeString(folder.resolve("report"), REPORT);
        Path turn = Files.writeString(folder.resolve("turn"), TURN + "\n");
        Path script = Files.writeString(
                folder.resolve("skylark"),
                first
                        + "if [ $1 = ask ]; then while read line; do echo '{\"intent\":\"land\",\"decision\":\"challenge\"}';"
                        + " done; exit; fi\n"
                        + "mkdir -p $4/replies; touch $4/replies/a.wav; cp " + report + " $4/report.json\n"
                        + "while read line; do cat " + turn + "; done <$2 >$4/turns.jsonl\n");
        try (Children children = new Children(Files.createDirectory(folder.resolve("scratch")))) {
            Bench.Means means = new Bench.Means(
                    new Program("this program", List.of("sh", script.toString()), List.of()),
                    List.of("sleep", "600"),
                    new CaseStudy(List.of("echo", MODEL)),
                    List.of(),
                    Optional.of(DevSet.of(folder)),
                    children,
                    folder.resolve("scratch"));
            return new Bench(PLAN, Playlist.of(recordings), means, told::add).run();
        }
    }

    private static double value(BenchResult result, String name) {
        return result.measures().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
