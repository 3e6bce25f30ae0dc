package skylark.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skylark.audio.device.CaptureLine;
import skylark.audio.device.DeviceFailure;
import skylark.audio.device.DeviceState;
import skylark.audio.device.Direction;
import skylark.audio.device.LiveSound;
import skylark.audio.device.Loopback;
import skylark.audio.device.PlaybackLine;
import skylark.audio.device.PulseSystem;
import skylark.audio.device.SoundDevice;

/** The way to PulseAudio, with a server of the test's own. */
@Tag("slow")
@Timeout(120)
class PulseSystemTest {
    private static final int BUFFER_MS = 40;

    @TempDir
    Path folder;

    private @Nullable PulseServer started;
    private PulseSystem system = new PulseSystem();

    @BeforeEach
    void start() throws Exception {
        PulseServer server = PulseServer.start(folder);
        started = server;
        system = new PulseSystem(server.address());
    }

    private PulseServer server() {
        PulseServer server = started;
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }

    @AfterEach
    void stop() throws Exception {
        PulseServer server = started;
        if (server != null) {
            server.close();
        }
    }

    @Test
    void shouldListDevicesByName() {
        assertThat(system.devices())
                .extracting(SoundDevice::name)
                .contains("pulse:ear", "pulse:room.monitor", "pulse:speaker", "pulse:mouth", "pulse:room");
        assertThat(system.devices())
                .filteredOn(device -> device.name().equals("pulse:room"))
                .singleElement()
                .satisfies(room -> {
                    assertThat(room.direction()).isEqualTo(Direction.OUTPUT);
                    assertThat(room.format()).isEqualTo("48000 Hz, 2 channels");
                });
    }

    @Test
    void shouldHearWhatItPlays() throws DeviceFailure {
        Loopback.Heard heard = Loopback.run(system, new LiveSound.Names("room.monitor", "speaker", BUFFER_MS));
        assertThat(heard).isNotNull();
        assertThat(heard.likeness()).isGreaterThan(0.8);
        assertThat(heard.dbfs()).as("one of two channels, mixed down").isBetween(-25.0, -10.0);
    }

    @Test
    void shouldNotHearWhatIsPlayedElsewhere() throws DeviceFailure {
        assertThat(Loopback.run(system, new LiveSound.Names("ear", "speaker", BUFFER_MS)))
                .isNull();
    }

    @Test
    void shouldFindNoDeviceOfAnotherName() {
        assertThatThrownBy(() -> system.openCapture("nonsense", BUFFER_MS))
                .isInstanceOfSatisfying(
                        DeviceFailure.class, e -> assertThat(e.state()).isEqualTo(DeviceState.MISSING));
    }

    @Test
    void shouldNoticeThatAMicrophoneIsUnpluggedAndOpenItAgainUnderAnotherNumber() throws Exception {
        short[] block = new short[160];
        try (CaptureLine line = system.openCapture("ear", BUFFER_MS)) {
            server().unload(server().number(PulseServer.EAR));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            line.read(block);
                        }
                    })
                    .isInstanceOfSatisfying(
                            DeviceFailure.class, e -> assertThat(e.state()).isEqualTo(DeviceState.LOST));
        }
        server().load("module-null-sink sink_name=another");
        server().load(PulseServer.EAR);
        try (CaptureLine again = system.openCapture("ear", BUFFER_MS)) {
            int samples = 0;
            for (int i = 0; i < 100 && samples == 0; i++) {
                samples += again.read(block);
            }
            assertThat(samples).isPositive();
        }
    }

    @Test
    void shouldNoticeThatALoudspeakerIsUnplugged() throws Exception {
        try (PlaybackLine line = system.openPlayback("speaker", BUFFER_MS)) {
            line.write(new short[160], 0, 160);
            server().unload(server().number(PulseServer.SPEAKER));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            line.write(new short[160], 0, 160);
                        }
                    })
                    .isInstanceOfSatisfying(
                            DeviceFailure.class, e -> assertThat(e.state()).isEqualTo(DeviceState.LOST));
        }
    }

    @Test
    void shouldNoticeThatTheServerIsGone() throws Exception {
        try (PlaybackLine line = system.openPlayback("speaker", BUFFER_MS)) {
            server().close();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            line.write(new short[160], 0, 160);
                        }
                    })
                    .isInstanceOf(DeviceFailure.class);
        }
        assertThat(system.devices()).isEmpty();
    }
}
