package skylark.audio.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.BadInputException;

class AllSystemsTest {
    private final ScriptedSystem scripted = new ScriptedSystem();
    private final AllSystems systems = new AllSystems(List.of(scripted));

    @ParameterizedTest
    @ValueSource(strings = {"scripted:usb-mic", "usb-mic", "USB microphone", "usb microphone", "mic"})
    void shouldFindADeviceByItsNameItsDescriptionOrAPartOfThem(String wanted) {
        assertThat(systems.resolve(Direction.INPUT, wanted, "audio.input")).isEqualTo("scripted:usb-mic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "default"})
    void shouldLeaveTheDefaultToTheSystem(String wanted) {
        assertThat(systems.resolve(Direction.INPUT, wanted, "audio.input")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "usb"})
    void shouldNameTheDevicesWhenItIsNotOne(String wanted) {
        assertThatThrownBy(() -> systems.resolve(Direction.INPUT, wanted, "audio.input"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("audio.input: expected the name of one microphone, got '" + wanted
                        + "'; there are scripted:usb-mic, scripted:usb-headset");
    }

    @Test
    void shouldSayWhenThereIsNone() {
        assertThatThrownBy(() -> new AllSystems(List.of()).resolve(Direction.OUTPUT, "x", "audio.output"))
                .hasMessage("audio.output: expected the name of one loudspeaker, got 'x'; there is none");
    }

    @Test
    void shouldTakeTheNextWayToTheDefaultWhenTheFirstLeadsNowhere() throws DeviceFailure {
        ScriptedSystem nowhere = new ScriptedSystem();
        nowhere.opens.add(ScriptedSystem.fails(DeviceState.MISSING));
        new AllSystems(List.of(nowhere, scripted)).openCapture("", 40).close();
        assertThat(scripted.opened).isEqualTo(1);
    }

    @Test
    void shouldReportADeviceThatNobodyHas() {
        assertThatThrownBy(() -> systems.openPlayback("pulse:gone", 40))
                .isInstanceOfSatisfying(
                        DeviceFailure.class, e -> assertThat(e.state()).isEqualTo(DeviceState.MISSING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "PCH [plughw:0,0]|PCH",
                "PCH [plughw:2,0]|PCH",
                "PCH [plughw:0,3]|PCH,3",
                "Device [plughw:1]|Device",
                "default [default]|default",
                "Port PCH [hw:0]|none",
            })
    void shouldNameAlsaDevicesWithoutTheNumberOfTheirCard(String java, String expected) {
        assertThat(JavaSoundSystem.stable(java)).isEqualTo(expected);
    }
}
