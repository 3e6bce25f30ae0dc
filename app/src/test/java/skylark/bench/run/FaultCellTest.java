package skylark.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import skylark.bench.run.Played.Incident;

class FaultCellTest {
    private static final Incident BEGUN = new Incident(5.0, "voice", "injected");

    @Test
    void shouldHoldWhenTheStageIsNamedWithinASecondAndEverybodyIsAnswered() {
        FaultCell cell = FaultCell.of("voice", "hung", played(80, BEGUN, new Incident(5.8, "voice", "stalled")));
        assertThat(cell.noticedAs()).isEqualTo("stalled");
        assertThat(cell.noticedMs()).isCloseTo(800, Offset.offset(0.01));
        assertThat(cell.worstC2aMs()).isEqualTo(80);
        assertThat(cell.accused()).isEmpty();
        assertThat(cell.holds()).isTrue();
        assertThat(cell.line()).contains("voice", "hung", "stalled", "800 ms", "80 ms", "ok");
    }

    @Test
    void shouldMissWhenNoticedLateOrNotAtAll() {
        assertThat(FaultCell.of("voice", "hung", played(80, BEGUN, new Incident(6.1, "voice", "stalled")))
                        .holds())
                .isFalse();
        FaultCell unnoticed = FaultCell.of("voice", "hung", played(80, BEGUN));
        assertThat(unnoticed.holds()).isFalse();
        assertThat(unnoticed.line()).contains("unnoticed", "MISS");
        FaultCell other = FaultCell.of("voice", "hung", played(80, BEGUN, new Incident(5.5, "playback", "starved")));
        assertThat(other.holds()).isFalse();
        assertThat(other.accused()).containsExactly("playback");
    }

    @Test
    void shouldMissWhenTheFaultNeverBegan() {
        assertThat(FaultCell.of("voice", "hung", played(80)).line()).contains("not begun", "MISS");
    }

    @Test
    void shouldHoldSoundToItsLimitOnlyWhereTheFaultLiesAfterTheCommit() {
        Incident noticed = new Incident(5.5, "voice", "stalled");
        assertThat(FaultCell.of("voice", "hung", played(121, BEGUN, noticed)).holds())
                .isFalse();
        assertThat(FaultCell.of("hearing", "hung", played(121, BEGUN, new Incident(5.5, "hearing", "stalled")))
                        .holds())
                .isTrue();
    }

    @Test
    void shouldHoldUnderPressureOnlyWhenEveryTurnIsInTimeAndNobodyIsAccused() {
        assertThat(PressedTalk.of("both", played(119)).holds()).isTrue();
        assertThat(PressedTalk.of("both", played(121)).line()).contains("2 of 3 turns in time", "121 ms", "MISS");
        assertThat(PressedTalk.of("both", played(10, new Incident(5, "voice", "slow")))
                        .holds())
                .isFalse();
    }

    /** A cold turn, and three more. */
    private static Played played(double worstMs, Incident... incidents) {
        List<PlayedTurn> turns = new ArrayList<>();
        turns.add(Turns.turn("cold.wav", "climb", "climb", 500, true, true));
        turns.add(Turns.turn("a.wav", 10));
        turns.add(Turns.turn("b.wav", worstMs));
        turns.add(Turns.turn("c.wav", 12));
        return new Played(new Played.Report(List.of(), Map.of(), List.of(incidents), new Played.Run(20)), turns);
    }
}
