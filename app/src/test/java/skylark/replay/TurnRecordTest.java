package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TurnRecordTest {

    @Property
    void shouldAddUpTheClocks(
            @ForAll @DoubleRange(min = 0, max = 60) double eosS,
            @ForAll @DoubleRange(min = 0, max = 2) double endpointS,
            @ForAll @DoubleRange(min = 0, max = 1) double replyS) {
        TurnRecord turn = TurnRecord.of(labelled(eosS))
                .commitS(eosS + endpointS)
                .firstAudioS(eosS + endpointS + replyS)
                .build();
        assertThat(turn.v2vMs()).isCloseTo(turn.epdMs() + turn.c2aMs(), within(1e-6));
    }

    @Test
    void shouldNotMakeUpAClock() {
        TurnRecord unlabelled =
                TurnRecord.of(labelled(null)).commitS(1.0).firstAudioS(1.02).build();
        assertThat(unlabelled.v2vMs()).isNull();
        assertThat(unlabelled.epdMs()).isNull();
        assertThat(unlabelled.c2aMs()).isCloseTo(20, within(1e-6));
        assertThat(TurnRecord.of(labelled(1.0)).build().epdMs()).isNull();
    }

    @Test
    void shouldCallACommitBeforeTheLastWordACutIn() {
        assertThat(committed(labelled(1.0), 0.9, 0.9).cutIn()).isTrue();
        assertThat(committed(labelled(1.0), 0.7, 1.1).cutIn())
                .as("taken back in time")
                .isTrue();
        assertThat(committed(labelled(1.0), 1.1, 1.1).cutIn()).isFalse();
        assertThat(committed(labelled(1.0), 1.1, 1.5).cutIn())
                .as("the words changed after the end")
                .isFalse();
    }

    @Test
    void shouldCallAWithdrawnCommitACutInWhereNoLabelSaysMore() {
        Recording unlabelled = labelled(null);

        assertThat(TurnRecord.of(unlabelled)
                        .commitS(1.0)
                        .withdrawnCommits(1)
                        .build()
                        .cutIn())
                .isTrue();
        assertThat(committed(unlabelled, 1.0, 1.0).cutIn()).isFalse();
    }

    private static TurnRecord committed(Recording recording, double firstS, double lastS) {
        return TurnRecord.of(recording)
                .firstCommitS(firstS)
                .commitS(lastS)
                .withdrawnCommits(firstS < lastS ? 1 : 0)
                .build();
    }

    @Test
    void shouldCountSpansFromTheEndOfTheLastWord() {
        TurnRecord turn =
                TurnRecord.of(labelled(2.0)).span("endpoint", 1.9, 2.1).build();
        assertThat(turn.spans().get(0).startMs()).isCloseTo(-100, within(1e-6));
        assertThat(turn.spans().get(0).endMs()).isCloseTo(100, within(1e-6));
    }

    @Test
    void shouldCountSpansFromTheCommitWithoutALabel() {
        TurnRecord turn = TurnRecord.of(labelled(null))
                .span("voice", 3.0, 3.5)
                .commitS(3.0)
                .build();
        assertThat(turn.spans().get(0).endMs()).isCloseTo(500, within(1e-6));
    }

    @Test
    void shouldRefuseASpanThatEndsBeforeItStarts() {
        assertThatThrownBy(
                        () -> TurnRecord.of(labelled(1.0)).span("voice", 2, 1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("voice");
    }

    private static Recording labelled(Double eosS) {
        return new Recording(Path.of("a.wav"), "a.wav", null, null, null, eosS, null, null, null, null);
    }
}
