package skylark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

class ModelChoiceTest {
    private static final ReplyRequest ANNOUNCEMENT = request(Act.ANNOUNCE, "WAYPOINT");
    private static final ReplyRequest REPLY = request(Act.ANSWER, "query.battery");
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @TempDir
    Path thermal;

    private double load = 0.1 * CORES;
    private final MachineLoad[] machine = new MachineLoad[1];

    private ModelChoice choice() {
        machine[0] = new MachineLoad(thermal, () -> load);
        return new ModelChoice(machine[0]);
    }

    @Test
    void shouldLetTheLargerModelWriteWhatCanWait() {
        assertThat(choice().isForLarge(ANNOUNCEMENT, 2)).isTrue();
        assertThat(choice().isForLarge(ANNOUNCEMENT, 4)).isTrue();
        assertThat(choice().isForLarge(ANNOUNCEMENT, 1)).isFalse();
        assertThat(choice().isForLarge(REPLY, 2)).isFalse();
    }

    @Test
    void shouldSpareABusyMachine() {
        load = 0.9 * CORES;
        assertThat(choice().isForLarge(ANNOUNCEMENT, 3)).isFalse();
    }

    @Test
    void shouldSpareAHotMachine() throws IOException {
        heat(0, "45000");
        assertThat(choice().isForLarge(ANNOUNCEMENT, 3)).isTrue();
        heat(1, "82500\n");
        assertThat(choice().isForLarge(ANNOUNCEMENT, 3)).isFalse();
        assertThat(machine[0].hottestC()).isEqualTo(82.5);
    }

    @Test
    void shouldTakeNoTemperatureForCool() throws IOException {
        assertThat(choice().isForLarge(ANNOUNCEMENT, 3)).isTrue();
        heat(0, "nonsense");
        assertThat(choice().isForLarge(ANNOUNCEMENT, 3)).isTrue();
    }

    @Test
    void shouldGiveASlowModelAnotherChanceLater() {
        ModelChoice choice = choice();
        for (int i = 0; i < 20; i++) {
            choice.took(200_000_000);
        }
        assertThat(choice.isForLarge(ANNOUNCEMENT, 3)).isFalse();
        for (int i = 0; i < 20; i++) {
            choice.passed();
        }
        assertThat(choice.isForLarge(ANNOUNCEMENT, 3)).isTrue();
    }

    private void heat(int zone, String milliC) throws IOException {
        Path folder = Files.createDirectories(thermal.resolve("thermal_zone" + zone));
        Files.writeString(folder.resolve("temp"), milliC);
    }

    private static ReplyRequest request(Act act, String topic) {
        return new ReplyRequest(act, topic, Slots.NONE, null, Map.of(), "", VehicleState.hover());
    }
}
