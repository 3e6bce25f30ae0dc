package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.domain.BadInputException;

class FaultTest {

    @Test
    void shouldReadAFaultAsItIsWritten() {
        assertThat(Fault.parse("voice:slow:400", "--fault")).isEqualTo(new Fault("voice", Fault.Kind.SLOW, 400));
        for (String stage : Fault.stages()) {
            for (String kind : Fault.kinds()) {
                assertThat(Fault.parse(stage + ":" + kind, "--fault").toString())
                        .startsWith(stage + ":" + kind);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|expected STAGE:KIND or STAGE:KIND:MS, got ''",
                "voice|expected STAGE:KIND or STAGE:KIND:MS, got 'voice'",
                "voice:slow:1:2|expected STAGE:KIND or STAGE:KIND:MS",
                "rotor:slow|expected a stage of [capture, hearing,",
                "voice:sulky|expected a fault of [slow, hung, crashed, flooding, starved, lying], got 'sulky'",
                "voice:slow:0|expected 1 to 60000 ms, got '0'",
                "voice:slow:60001|expected 1 to 60000 ms, got '60001'",
                "voice:slow:-4|expected 1 to 60000 ms, got '-4'",
                "voice:slow:soon|expected 1 to 60000 ms, got 'soon'",
                "voice:slow:|expected 1 to 60000 ms, got ''",
            })
    void shouldSayWhatItExpectedInstead(String text, String expected) {
        assertThatThrownBy(() -> Fault.parse(text, "--fault"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("--fault: ")
                .hasMessageContaining(expected);
    }
}
