package skylark.telemetry.mavlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;
import skylark.domain.VehicleCommand;
import skylark.stage.Doorbell;
import skylark.telemetry.vehicle.VehicleEvent;

class TlogTest {
    @TempDir
    Path folder;

    private final List<VehicleEvent> events = new ArrayList<>();

    @Test
    void shouldReplayARecordedFlightAsState() throws IOException {
        MavlinkLink link = replay(write(flight(), new byte[0]));
        long nowNs = 0;
        for (; nowNs < 5_000_000_000L; nowNs += 10_000_000) {
            link.step(nowNs);
        }
        assertThat(link.state(nowNs).altM()).isCloseTo(20, within(1.0));
        assertThat(link.state(nowNs).mode()).isEqualTo("GUIDED");
        assertThat(link.state(nowNs + 9_000_000_000L).ageS()).as("it is over").isGreaterThan(8);

        link.send(VehicleCommand.of("NAV_LAND"));
        link.step(nowNs);
        assertThat(events).singleElement().satisfies(event -> assertThat(((VehicleEvent.Ack) event).reason())
                .isEqualTo("this is a recording"));
    }

    @Test
    void shouldGoOnBehindADamagedPlace() throws IOException {
        MavlinkLink link = replay(write(flight(), new byte[] {1, 2, 3, 4, 5, 6, 7}));
        long nowNs = 0;
        for (; nowNs < 8_000_000_000L; nowNs += 10_000_000) {
            link.step(nowNs);
        }
        assertThat(link.state(nowNs).altM()).isCloseTo(20, within(1.0));
    }

    @Test
    void shouldSayWhichFileIsNotThere() {
        assertThatThrownBy(() -> Transports.open("tlog:/nowhere/flight.tlog"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("vehicle.url: /nowhere/flight.tlog: expected a readable .tlog file");
    }

    private MavlinkLink replay(Path file) {
        MavlinkLink link = new MavlinkLink(Transports.open("tlog:" + file), null, new Doorbell());
        link.listen(events::add);
        return link;
    }

    /** Frames of four seconds of a hover, with all messages asked for. */
    private static List<byte[]> flight() {
        try (Pair pair = new Pair(Dialect.ARDUPILOT, true)) {
            pair.pass(4);
            return pair.wire.fromVehicle;
        }
    }

    private Path write(List<byte[]> frames, byte[] damage) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream log = new DataOutputStream(bytes);
        long us = 1_700_000_000_000_000L;
        for (int i = 0; i < frames.size(); i++) {
            log.writeLong(us += 4_000_000 / frames.size());
            log.write(frames.get(i));
            if (i == frames.size() / 4) {
                log.write(damage);
            }
        }
        return Files.write(folder.resolve("flight.tlog"), bytes.toByteArray());
    }
}
