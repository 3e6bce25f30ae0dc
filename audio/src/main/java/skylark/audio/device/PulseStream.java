package skylark.audio.device;

import com.sun.jna.Memory;
import org.jspecify.annotations.Nullable;

/** What capture and playback have in common. Of one thread. */
final class PulseStream implements AutoCloseable {
    private static final int BYTES_PER_MS = 32;
    private static final int UNSET = -1;
    private static final int FLAGS = PulseNative.STREAM_INTERPOLATE_TIMING
            | PulseNative.STREAM_AUTO_TIMING_UPDATE
            | PulseNative.STREAM_DONT_MOVE
            | PulseNative.STREAM_ADJUST_LATENCY;

    private final PulseClient client;
    private final long stream;
    private final Memory latencyUs = new Memory(Long.BYTES);
    private final Memory negative = new Memory(Integer.BYTES);

    private PulseStream(PulseClient client, Direction direction, String device, Memory attributes)
            throws DeviceFailure {
        this.client = client;
        try (Memory spec = new Memory(12)) {
            spec.setInt(0, PulseNative.SAMPLE_S16LE);
            spec.setInt(4, 16_000);
            spec.setByte(8, (byte) 1);
            stream = PulseNative.pa_stream_new(client.context(), direction.spoken(), spec, 0);
        }
        try {
            connect(direction, device.isEmpty() ? null : device, attributes);
            client.await(stream, device.isEmpty() ? "the default " + direction.spoken() : device);
        } catch (DeviceFailure e) {
            close();
            throw e;
        }
    }

    /** A fragment of sound each 10 ms, or half the buffer when that is less. */
    static PulseStream capture(PulseClient client, String device, int bufferMs) throws DeviceFailure {
        try (Memory attributes = attributes(UNSET, UNSET, UNSET, Math.min(10, bufferMs / 2) * BYTES_PER_MS)) {
            return new PulseStream(client, Direction.INPUT, device, attributes);
        }
    }

    /**
     * The server may hold {@code bufferMs}. It begins to play with the first 10 ms, and again so after it ran dry: what
     * is said first must not wait for more.
     */
    static PulseStream playback(PulseClient client, String device, int bufferMs) throws DeviceFailure {
        try (Memory attributes = attributes(bufferMs * BYTES_PER_MS, 10 * BYTES_PER_MS, 5 * BYTES_PER_MS, UNSET)) {
            return new PulseStream(client, Direction.OUTPUT, device, attributes);
        }
    }

    private static Memory attributes(int target, int prebuf, int request, int fragment) {
        Memory attributes = new Memory(20);
        attributes.setInt(0, UNSET);
        attributes.setInt(4, target);
        attributes.setInt(8, prebuf);
        attributes.setInt(12, request);
        attributes.setInt(16, fragment);
        return attributes;
    }

    private void connect(Direction direction, @Nullable String device, Memory attributes) throws DeviceFailure {
        int begun = direction == Direction.INPUT
                ? PulseNative.pa_stream_connect_record(stream, device, attributes, FLAGS)
                : PulseNative.pa_stream_connect_playback(stream, device, attributes, FLAGS, 0, 0);
        if (begun < 0) {
            throw new DeviceFailure(DeviceState.MISSING, client.error());
        }
    }

    long handle() {
        return stream;
    }

    /** Lets the server get a word in, for so long at most. */
    void turn(int timeoutUs) throws DeviceFailure {
        boolean goes = client.turn(timeoutUs) && client.isReady();
        if (!goes || PulseNative.pa_stream_get_state(stream) != PulseNative.STREAM_READY) {
            throw new DeviceFailure(DeviceState.LOST, client.error());
        }
    }

    void flush() throws DeviceFailure {
        client.await(PulseNative.pa_stream_flush(stream, 0, 0));
        turn(0);
    }

    /** Has the server say what its latency is now, which takes a millisecond or so. */
    void askLatency() {
        client.await(PulseNative.pa_stream_update_timing_info(stream, 0, 0));
    }

    /** Of capture: since the sample that is read next was taken. Of playback: until what is written next sounds. */
    long latencyNs(long unknownNs) {
        if (PulseNative.pa_stream_get_latency(stream, latencyUs, negative) < 0) {
            return unknownNs;
        }
        return negative.getInt(0) != 0 ? 0 : latencyUs.getLong(0) * 1_000;
    }

    @Override
    public void close() {
        PulseNative.pa_stream_disconnect(stream);
        PulseNative.pa_stream_unref(stream);
        client.close();
    }
}
