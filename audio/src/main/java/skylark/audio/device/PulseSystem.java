package skylark.audio.device;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PulseAudio, and PipeWire in its manner, by libpulse. {@code javax.sound} sees the server's default device only, and that
 * only where ALSA's plug-in is installed.
 */
public final class PulseSystem implements SoundSystem {
    private static final int NAME = 0;
    private static final int DESCRIPTION = 16;
    private static final int RATE = 28;
    private static final int CHANNELS = 32;
    private static final int DEFAULT_SINK = 48;
    private static final int DEFAULT_SOURCE = 56;

    private final @Nullable String server;

    /** The user's own server, or the one that {@code PULSE_SERVER} names. */
    public PulseSystem() {
        this(null);
    }

    /** @param server its address, such as {@code unix:/path} */
    public PulseSystem(@Nullable String server) {
        this.server = server;
    }

    @Override
    public String prefix() {
        return "pulse:";
    }

    @Override
    public List<SoundDevice> devices() {
        try (PulseClient client = new PulseClient(server)) {
            return list(client);
        } catch (DeviceFailure e) {
            return List.of(); // no server
        }
    }

    private static List<SoundDevice> list(PulseClient client) {
        List<SoundDevice> found = new ArrayList<>();
        String[] presets = {"", ""};
        PulseNative.ServerCallback onServer = (context, info, data) -> {
            if (info != null) {
                presets[Direction.INPUT.ordinal()] = text(info.getPointer(DEFAULT_SOURCE));
                presets[Direction.OUTPUT.ordinal()] = text(info.getPointer(DEFAULT_SINK));
            }
        };
        PulseNative.InfoCallback onSource = (context, info, end, data) -> {
            if (info != null && end == 0) {
                found.add(device(Direction.INPUT, info, presets));
            }
        };
        PulseNative.InfoCallback onSink = (context, info, end, data) -> {
            if (info != null && end == 0) {
                found.add(device(Direction.OUTPUT, info, presets));
            }
        };
        client.await(PulseNative.pa_context_get_server_info(client.context(), onServer, 0));
        client.await(PulseNative.pa_context_get_source_info_list(client.context(), onSource, 0));
        client.await(PulseNative.pa_context_get_sink_info_list(client.context(), onSink, 0));
        return found;
    }

    private static SoundDevice device(Direction direction, Pointer info, String[] presets) {
        String name = text(info.getPointer(NAME));
        int channels = info.getByte(CHANNELS);
        return new SoundDevice(
                direction,
                "pulse:" + name,
                text(info.getPointer(DESCRIPTION)),
                info.getInt(RATE) + " Hz, " + channels + (channels == 1 ? " channel" : " channels"),
                name.equals(presets[direction.ordinal()]));
    }

    private static String text(@Nullable Pointer address) {
        return address == null ? "" : address.getString(0, "UTF-8");
    }

    @Override
    public CaptureLine openCapture(String name, int bufferMs) throws DeviceFailure {
        return new PulseCapture(new PulseClient(server), name, bufferMs);
    }

    @Override
    public PlaybackLine openPlayback(String name, int bufferMs) throws DeviceFailure {
        return new PulsePlayback(new PulseClient(server), name, bufferMs);
    }
}
