package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.metrics.Metrics;

class ReplaySummaryTest {

    @Test
    void shouldKeepTheColdTurnOutOfTheClocks() {
        ReplaySummary summary = summarise(
                turn("stop", Intent.STOP, 0.1, 0.9).cold(true).build(),
                turn("stop", Intent.STOP, 0.1, 0.02).build(),
                turn("hello", Intent.GREET, 0.5, 0.03).build());
        assertThat(summary.c2aMs().n()).isEqualTo(2);
        assertThat(summary.c2aMs().max()).isCloseTo(30, within(0.1));
        assertThat(summary.cold().c2aMs().p50()).isCloseTo(900, within(1.0));
        assertThat(summary.complete().epdMs().p50()).isCloseTo(100, within(0.1));
        assertThat(summary.open().epdMs().p50()).isCloseTo(500, within(0.5));
    }

    @Test
    void shouldCountACutInOnceAndNotAsADelay() {
        ReplaySummary summary = summarise(
                turn("stop", Intent.STOP, -0.3, 0.02).build(),
                turn("stop", Intent.STOP, 0.2, 0.02).build());
        assertThat(summary.cutInRate()).isEqualTo(0.5);
        assertThat(summary.epdMs().n()).isEqualTo(1);
        assertThat(summary.c2aMs().n()).isEqualTo(2);
    }

    @Test
    void shouldWeighWordErrorsByWords() {
        ReplaySummary summary = summarise(
                turn("stop", Intent.STOP, 0.1, 0.02).heard("").build(),
                turn("go to waypoint four", Intent.GREET, 0.1, 0.02)
                        .heard("go to way point four")
                        .build());
        assertThat(summary.wer()).isEqualTo(0.2);
    }

    @Test
    void shouldCountFallbacksApartFromRealReplies() {
        ReplaySummary summary = summarise(
                turn("stop", Intent.STOP, 0.1, 0.11).fallback(true).build(),
                turn("stop", Intent.STOP, 0.1, 0.3).build(),
                TurnRecord.of(labelled("stop", Intent.STOP)).error("no commit").build());
        assertThat(summary.fallbackRate()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(summary.withinDeadline()).isEqualTo(0.5);
        assertThat(summary.realReplies()).isZero();
        assertThat(summary.errors()).isEqualTo(1);
    }

    @Test
    void shouldLeaveUnknownWhatNobodyLabelled() {
        ReplaySummary summary = summarise(TurnRecord.of(Recording.unlabelled(Path.of("a.wav")))
                .commitS(1.0)
                .firstAudioS(1.01)
                .build());
        assertThat(summary.wer()).isNull();
        assertThat(summary.intentAccuracy()).isNull();
        assertThat(summary.cutInRate()).isNull();
        assertThat(summary.speculationHitRate()).isNull();
        assertThat(summary.v2vMs()).isEqualTo(Percentiles.NONE);
    }

    @Test
    void shouldSummariseNothingAtAll() {
        assertThat(summarise().turns()).isZero();
        assertThat(summarise().cpuSPerTurn()).isNull();
    }

    @Test
    void shouldShareTheCpuAmongTheTurns() {
        TurnRecord turn = turn("stop", Intent.STOP, 0.1, 0.02).build();
        assertThat(summarise(turn, turn, turn, turn).cpuSPerTurn()).isEqualTo(0.5);
    }

    @Test
    void shouldHoldLatenciesToTheirLimitsInRealTimeOnly() {
        ReplaySummary summary = summarise(turn("stop", Intent.STOP, 0.1, 0.2).build());
        assertThat(verdict(summary, facts("real", null), "c2a.p50").ok()).isFalse();
        assertThat(verdict(summary, facts("fast", null), "c2a.p50").ok()).isNull();
        assertThat(verdict(summary, facts("real", null), "rss_mb").ok()).isTrue();
        assertThat(verdict(summary, facts("real", null), "rss_mb").goalOk()).isFalse();
    }

    @Test
    void shouldHoldWordsToTheirLimitsInQuietOnly() {
        ReplaySummary summary =
                summarise(turn("stop", Intent.STOP, 0.1, 0.02).heard("shop").build());
        assertThat(verdict(summary, facts("real", null), "wer.quiet").ok()).isFalse();
        assertThat(verdict(summary, facts("real", "rotor.wav"), "wer.quiet").ok())
                .isNull();
    }

    private static Verdict verdict(ReplaySummary summary, RunFacts facts, String name) {
        return Yardstick.measure(summary, facts).stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ReplaySummary summarise(TurnRecord... turns) {
        return ReplaySummary.of(List.of(turns), facts("real", null));
    }

    private static RunFacts facts(String pace, String noise) {
        return new RunFacts(
                "Replay",
                pace,
                noise,
                null,
                Instant.EPOCH,
                1,
                1e3,
                400.0,
                450.0,
                2.0,
                Map.of(),
                false,
                Metrics.Snapshot.EMPTY);
    }

    private static TurnRecord.Builder turn(String said, Intent intent, double epdS, double c2aS) {
        return TurnRecord.of(labelled(said, intent))
                .heard(said)
                .commitS(1 + epdS)
                .firstAudioS(1 + epdS + c2aS);
    }

    private static Recording labelled(String said, Intent intent) {
        return new Recording(Path.of("a.wav"), "a.wav", said, intent, Slots.NONE, 1.0, null, null, null, null);
    }
}
