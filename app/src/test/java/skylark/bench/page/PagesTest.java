package skylark.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import skylark.bench.compare.CompareResult;
import skylark.bench.compare.Comparison;
import skylark.bench.run.BenchFile;
import skylark.bench.run.Turns;
import skylark.replay.Limits;

class PagesTest {
    private static final String HOSTILE = "<script>alert('x')</script>";

    @Test
    void shouldDrawWhatABenchFound() throws Exception {
        BenchFile file = new BenchFile(
                Map.of("cpu", "Sample CPU"),
                "abcdef",
                true,
                List.of(
                        Limits.verdict("c2a.p50", 50.0, 300),
                        Limits.verdict("noise.10db", 95.0, 80),
                        Limits.verdict("noise.-5db", 40.0, 80),
                        Limits.verdict("generator.int8.bleu", 0.93, 1)),
                List.of(HOSTILE));

        String page = BenchPage.render(
                file,
                Map.of(
                        "quiet",
                        Turns.talk(60, 1, 1).turns(),
                        "loaded",
                        Turns.talk(20, 4, 1).turns()));

        wellFormed(page);
        assertThat(page).contains("Commit to audio", "Voice to voice, quiet", "Commands in rotor noise", "short");
        assertThat(page).contains("Not measured: &lt;script&gt;").doesNotContain(HOSTILE);
        assertThat(page).contains("must-tick").contains("missed");
    }

    @Test
    void shouldDrawABenchThatFoundNothing() throws Exception {
        wellFormed(BenchPage.render(new BenchFile(Map.of(), "unknown", false, List.of(), List.of()), Map.of()));
    }

    @Test
    void shouldDrawAComparison() throws Exception {
        CompareResult result = CompareResult.of(
                Map.of("cpu", "Sample CPU"),
                HOSTILE,
                "def",
                1,
                60,
                Comparison.of(List.of(Turns.talk(60, 1, 1)), List.of(Turns.talk(60, 1.5, 2))));

        String page = ComparePage.render(result);

        wellFormed(page);
        assertThat(page).contains("Worse than the base", "chip reject").doesNotContain(HOSTILE);
    }

    private static void wellFormed(String page) throws Exception {
        assertThat(page).startsWith("<!doctype html>").doesNotContain("http:").doesNotContain("https:");
        String body = Pattern.compile("<style>.*?</style>", Pattern.DOTALL)
                .matcher(page)
                .replaceAll("")
                .replaceFirst("(?s)^<!doctype html>\\s*", "")
                .replaceAll("<meta [^>]*?/?>", "");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
    }
}
