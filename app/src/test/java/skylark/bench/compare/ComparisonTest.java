package skylark.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.bench.compare.Contrast.Finding;
import skylark.bench.run.Played;
import skylark.bench.run.Turns;

class ComparisonTest {

    @Test
    void shouldTellASlowerCandidateInALineForEachMeasure() {
        CompareResult result = result(1.2);

        assertThat(result.failed()).isTrue();
        assertThat(result.complaints()).isNotEmpty().allMatch(line -> line.contains("allowed 1.05 x"));
        assertThat(result.complaints().get(0)).startsWith("c2a.p50: ").contains(", was ", " x (");
        assertThat(result.lines()).hasSize(1 + result.measures().size());
    }

    @Test
    void shouldPassACandidateThatDoesTheSame() {
        CompareResult result = result(1);

        assertThat(result.failed()).isFalse();
        assertThat(result.complaints()).isEmpty();
    }

    @Test
    void shouldOnlyShowWhatIsMeasuredOnceARun() {
        Contrast start = result(3).measures().stream()
                .filter(contrast -> contrast.name().equals("start_ms"))
                .findFirst()
                .orElseThrow();

        assertThat(start.base()).isEqualTo(4000);
        assertThat(start.candidate()).isEqualTo(12_000);
        assertThat(start.finding()).isEqualTo(Finding.SHOWN);
    }

    @Test
    void shouldFailACandidateThatUnderstandsLess() {
        List<Played> base = List.of(Turns.talk(100, 1, 1), Turns.talk(100, 1, 2));
        List<Played> deafer = base.stream().map(ComparisonTest::deafer).toList();

        assertThat(Comparison.of(base, deafer))
                .filteredOn(Contrast::fails)
                .extracting(Contrast::name)
                .containsExactlyInAnyOrder("understood", "words_right");
    }

    private static Played deafer(Played played) {
        return Turns.played(
                played.turns().stream()
                        .map(turn -> turn.audio().endsWith("3.wav")
                                ? Turns.turn(turn.audio(), "climb", "climb", turn.c2aMs(), false, false)
                                : turn)
                        .toList(),
                Map.of());
    }

    private static CompareResult result(double factor) {
        List<Played> base = List.of(Turns.talk(60, 1, 1), Turns.talk(60, 1, 2));
        List<Played> candidate = List.of(Turns.talk(60, factor, 3), Turns.talk(60, factor, 4));
        return CompareResult.of(Map.of("cpu", "none"), "abc", "def", 2, 60, Comparison.of(base, candidate));
    }
}
