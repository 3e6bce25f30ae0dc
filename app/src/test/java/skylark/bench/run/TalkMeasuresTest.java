package skylark.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import skylark.replay.Verdict;

class TalkMeasuresTest {

    @Test
    void shouldTakeOverWhatTheReplayMeasured() {
        List<Verdict> found = TalkMeasures.quiet(Turns.played(
                List.of(Turns.turn("a", 5)), Map.of("c2a.p50", 41.0, "real_replies", 99.5, "unheard_of", 1.0)));

        assertThat(one(found, "c2a.p50").ok()).isFalse();
        assertThat(one(found, "real_replies").ok()).isTrue();
        assertThat(found).extracting(Verdict::name).doesNotContain("unheard_of", "v2v.open.p50", "barge_in.ms");
    }

    @Test
    void shouldKeepTheFirstTurnApart() {
        List<Verdict> found = TalkMeasures.quiet(Turns.played(
                List.of(Turns.turn("a", "climb", "climb", 300, true, true), Turns.turn("b", 5)), Map.of()));

        assertThat(one(found, "c2a.cold").value()).isEqualTo(300);
        assertThat(one(found, "v2v.cold").value()).isEqualTo(450);
    }

    @Test
    void shouldTimeAStopFromItsWordToItsCommand() {
        PlayedTurn last = Turns.turn("a", "everybody wait and stop", "stop", 5, false, true);
        PlayedTurn within = Turns.turn("b", "hold on stop moving please", "stop", 5, false, true);
        PlayedTurn other = Turns.turn("c", 5);

        List<Verdict> found = TalkMeasures.quiet(Turns.played(List.of(last, within, other), Map.of()));

        assertThat(one(found, "stop.ms").value()).isCloseTo(160, within(0.1));
        assertThat(one(found, "stop.ms").n()).as("which end in the word").isEqualTo(1);
        assertThat(one(found, "stop.all.ms").n()).isEqualTo(2);
        assertThat(one(found, "stop.missed").value()).isZero();
    }

    @Test
    void shouldShareTheRecognisersOfOneCore() {
        List<Verdict> found = TalkMeasures.quiet(Turns.played(List.of(Turns.turn("a", 5)), Map.of()));

        assertThat(one(found, "recogniser.core_share").value()).isCloseTo(0.15, within(1e-9));
    }

    @Test
    void shouldCountTurnsWithSoundInTimeUnderLoad() {
        List<Verdict> found = TalkMeasures.loaded(Turns.played(
                List.of(
                        Turns.turn("a", "climb", "climb", 900, true, true),
                        Turns.turn("b", 120),
                        Turns.turn("c", 121),
                        Turns.turn("d", 30),
                        Turns.turn("e", 30)),
                Map.of("c2a.p99", 121.0)));

        assertThat(one(found, "c2a.stress.within_120").value())
                .as("the cold one does not count")
                .isEqualTo(75);
        assertThat(one(found, "c2a.stress.p99").value()).isEqualTo(121);
    }

    @Test
    void shouldShareCommandsOnlyInNoise() {
        Played played = Turns.played(
                List.of(
                        Turns.turn("a", 5),
                        Turns.turn("b", "climb", "climb", 5, false, false),
                        Turns.turn("c", "how high are you", "query.altitude", 5, false, false)),
                Map.of());

        assertThat(TalkMeasures.commandAccuracy(played)).isEqualTo(0.5);
        assertThat(TalkMeasures.commandAccuracy(Turns.played(List.of(), Map.of())))
                .isNaN();
    }

    @Test
    void shouldShareTheWholeProcessInSilence() {
        List<Verdict> found =
                TalkMeasures.silence(Turns.played(List.of(Turns.turn("a", 5)), Map.of("cpu_s_per_turn", 4.0)));

        assertThat(one(found, "listen.core_share").value()).isCloseTo(0.04, within(1e-9));
    }

    private static Verdict one(List<Verdict> all, String name) {
        Optional<Verdict> found =
                all.stream().filter(measure -> measure.name().equals(name)).findFirst();
        assertThat(found).as(name).isPresent();
        return found.orElseThrow();
    }
}
