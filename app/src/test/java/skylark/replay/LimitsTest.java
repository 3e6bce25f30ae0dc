package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    /** Those that checks outside the project read. */
    private static final List<String> CONTRACT =
            List.of(("c2a.p50 c2a.p99 c2a.stress.within_120 real_replies v2v.complete.p50 v2v.complete.p95 v2v.open.p50"
                            + " v2v.open.p95 cut_ins stop.ms barge_in.ms generator.int8.file_ratio generator.int8.bleu"
                            + " generator.fp32.bleu generator.int8.token_ratio generator.first_token_ms"
                            + " generator.twenty_tokens_ms generator.distilgpt2_shape.first_token_ms"
                            + " understanding.dev.exact understanding.dev.false_commands wer.quiet noise.10db noise.0db"
                            + " noise.-5db recogniser.core_share rss_mb start_ms cpu_s_per_turn listen.core_share")
                    .split(" "));

    @Test
    void shouldKnowEveryNameThatOthersRead() {
        assertThat(Limits.names()).containsAll(CONTRACT).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "c2a.p50, ms, 40, 15, false",
        "c2a.p99, ms, 120, 40, false",
        "c2a.stress.within_120, %, 100, 100, true",
        "real_replies, %, 99, 99.9, true",
        "epd.complete.p50, ms, 180, 100, false",
        "epd.complete.p95, ms, 360, 220, false",
        "v2v.complete.p50, ms, 220, 120, false",
        "v2v.complete.p95, ms, 400, 250, false",
        "v2v.open.p50, ms, 700, 400, false",
        "v2v.open.p95, ms, 1200, 800, false",
        "cut_ins, %, 5, 2, false",
        "stop.ms, ms, 250, 50, false",
        "barge_in.ms, ms, 150, 80, false",
        "generator.int8.file_ratio, x, 0.30, 0.25, false",
        "generator.int8.token_ratio, x, 0.5, 0.33, false",
        "generator.int8.bleu, '', 0.81, 0.90, true",
        "generator.int8.bleu_lost, %, 2, 0, false",
        "generator.first_token_ms, ms, 8, 3, false",
        "generator.twenty_tokens_ms, ms, 40, 15, false",
        "generator.large.first_token_ms, ms, 20, 8, false",
        "generator.large.twenty_tokens_ms, ms, 80, 40, false",
        "generator.distilgpt2_shape.first_token_ms, ms, 92, 18, false",
        "understanding.dev.exact, %, 88, 97, true",
        "understanding.dev.wrong_commands, '', 0, 0, false",
        "wer.quiet, %, 15, 6, false",
        "intent.quiet, %, 85, 95, true",
        "noise.10db, %, 90, 98, true",
        "noise.0db, %, 75, 93, true",
        "noise.-5db, %, 50, 80, true",
        "recogniser.core_share, cores, 0.35, 0.15, false",
        "rss_mb, MB, 600, 300, false",
        "start_ms, ms, 5000, 2000, false",
    })
    void shouldHoldMeasuresToWhatWasAgreed(String name, String unit, double must, double goal, boolean upward) {
        Limits limits = Limits.of(name);
        assertThat(limits.unit()).isEqualTo(unit);
        assertThat(limits.must()).isEqualTo(must);
        assertThat(limits.goal()).isEqualTo(goal);
        assertThat(limits.upward()).isEqualTo(upward);
    }

    @Test
    void shouldJudgeByTheSideOnWhichTheMeasureIsBetter() {
        assertThat(Limits.verdict("c2a.p50", 41.0, 300).ok()).isFalse();
        assertThat(Limits.verdict("c2a.p50", 40.0, 300).ok()).isTrue();
        assertThat(Limits.verdict("real_replies", 98.9, 300).ok()).isFalse();
        assertThat(Limits.verdict("real_replies", 99.0, 300).goalOk()).isFalse();
        assertThat(Limits.verdict("cpu_s_per_turn", 0.9, 300).ok())
                .as("no limit")
                .isNull();
        assertThatThrownBy(() -> Limits.of("c2a.p51")).hasMessageContaining("c2a.p51");
    }
}
