package skylark.telemetry.mavlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.BadInputException;
import skylark.domain.VehicleState;
import skylark.stage.Stage;
import skylark.telemetry.vehicle.DeliveryFlight;
import skylark.telemetry.vehicle.SimulatorSettings;

class VehicleConnectionTest {
    private static final SimulatorSettings SETTINGS = SimulatorSettings.of(7, DeliveryFlight.mission());
    private static final String KEY = "5a".repeat(32);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sim:", "sim:ardupilot", "sim:px4"})
    void shouldFlyASimulatedVehicleHoweverItIsReached(String url) throws Exception {
        assertThat(afterAWhile(url, Optional.empty()).landed()).isEqualTo("ground");
    }

    @Test
    void shouldSignAndBelieveWhatIsSigned() throws Exception {
        assertThat(afterAWhile("sim:ardupilot", Optional.of(key(KEY))).landed()).isEqualTo("ground");
    }

    @Test
    void shouldBelieveNoVehicleThatDoesNotSign() throws Exception {
        Signing signing = Signing.of(key(KEY), Signing::systemTime);
        try (Pair pair = new Pair(Dialect.ARDUPILOT, true, signing, null, null, null)) {
            pair.pass(3);
            assertThat(pair.state()).isEqualTo(VehicleState.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "udpin:no.such.host.invalid:14550|expected a host that can be found",
                "serial:/dev/ttyS0:7|expected a baud rate from 1200 to 4000000",
                "tlog:/nowhere.tlog|expected a readable .tlog file",
            })
    void shouldSayInOneLineWhatCannotBeOpened(String url, String expected) {
        assertThatThrownBy(() -> open(url, Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("vehicle.url: ")
                .hasMessageContaining(expected)
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldSayThatAPortIsTaken() throws IOException {
        try (UdpTransport first = UdpTransport.in(new InetSocketAddress("127.0.0.1", 0))) {
            int port = first.localAddress().getPort();
            assertThatThrownBy(() -> open("udpin:127.0.0.1:" + port, Optional.empty()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("expected an address to hear at");
        }
    }

    @Test
    void shouldRefuseAKeyOfTheWrongLength() {
        assertThatThrownBy(() -> open("sim:px4", Optional.of(key("5a5a"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected 32 bytes or 64 hexadecimal digits, got 4 bytes");
    }

    private static VehicleConnection open(String url, Optional<Path> key) {
        return VehicleConnection.open(url, key, SETTINGS);
    }

    private static VehicleState afterAWhile(String url, Optional<Path> key) throws Exception {
        try (VehicleConnection connection = open(url, key)) {
            List<Stage> stages = connection.workers().stream()
                    .map(worker -> worker.stage().get())
                    .toList();
            long nowNs = 0;
            for (; nowNs < 3_000_000_000L; nowNs += 4_000_000) {
                for (Stage stage : stages) {
                    stage.doWork(nowNs);
                }
            }
            return connection.link().state(nowNs);
        }
    }

    private Path key(String text) {
        try {
            return Files.writeString(folder.resolve("key"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
