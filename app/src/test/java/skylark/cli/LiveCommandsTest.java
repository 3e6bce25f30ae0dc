package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code run} and {@code devices} refuse, whatever devices there are. */
class LiveCommandsTest {
    private static CliRun run(String... args) {
        return CliRun.of(DomainBrain::new, "", args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audio.input=no such thing|audio.input: expected the name of one microphone, got 'no such thing'; there",
                "audio.output=no such thing|audio.output: expected the name of one loudspeaker, got 'no such thing'; there",
                "audio.addressing=ptt|audio.addressing: 'ptt' is not there yet for live sound, expected open",
                "audio.addressing=callsign|audio.addressing: 'callsign' is not there yet for live sound, expected open",
                "vehicle.url=tlog:/nowhere.tlog|vehicle.url: /nowhere.tlog: expected a readable .tlog file",
            })
    void shouldRefuseToRunWithWhatIsNotThere(String set, String expected) {
        CliRun run = run("run", "--set", set);
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).startsWith("skylark: " + expected).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--meter x --loopback|--meter and --loopback: expected one of them",
                "--meter --seconds 0|--seconds: expected more than 0 and at most 86400, got 0.0",
                "--meter nonsense|--meter: expected the name of one microphone, got 'nonsense'; there",
            })
    void shouldRefuseATrialThatMakesNoSense(String args, String expected) {
        CliRun run = run(("devices " + args).split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).startsWith("skylark: " + expected).hasLineCount(1);
    }

    @Test
    void shouldSayWhatSoundTheMachineHas() {
        assertThat(run("doctor").out()).containsPattern("(good|WRONG)\\s+sound: ");
        assertThat(run("devices", "--json").status()).isEqualTo(ExitStatus.DONE);
    }
}
