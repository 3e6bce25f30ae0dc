package skylark.audio.device;

import com.sun.jna.Memory;

/** Playback to PulseAudio or PipeWire. */
final class PulsePlayback implements PlaybackLine {
    private static final int WAIT_US = 20_000;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final int ROOM_SAMPLES = 1_600;

    private final PulseStream stream;
    private final Memory room = new Memory((long) BYTES_PER_SAMPLE * ROOM_SAMPLES);
    private final long bufferNs;

    PulsePlayback(PulseClient client, String device, int bufferMs) throws DeviceFailure {
        stream = PulseStream.playback(client, device, bufferMs);
        bufferNs = bufferMs * 1_000_000L;
    }

    @Override
    public void write(short[] samples, int offset, int length) throws DeviceFailure {
        int at = offset;
        int end = offset + length;
        stream.turn(0);
        while (at < end) {
            int fits = (int)
                    Math.min(PulseNative.pa_stream_writable_size(stream.handle()) / BYTES_PER_SAMPLE, ROOM_SAMPLES);
            int count = Math.min(end - at, fits);
            if (count > 0) {
                room.write(0, samples, at, count);
                hand(count);
                at += count;
            }
            stream.turn(at < end ? WAIT_US : 0);
        }
    }

    private void hand(int count) throws DeviceFailure {
        int status = PulseNative.pa_stream_write(
                stream.handle(), room, (long) BYTES_PER_SAMPLE * count, 0, 0, PulseNative.SEEK_RELATIVE);
        if (status < 0) {
            throw new DeviceFailure(DeviceState.LOST, "takes no more sound");
        }
    }

    @Override
    public void flush() throws DeviceFailure {
        stream.flush();
    }

    @Override
    public void look() throws DeviceFailure {
        stream.turn(0);
    }

    @Override
    public long latencyNs() {
        stream.askLatency();
        return stream.latencyNs(bufferNs);
    }

    @Override
    public void close() {
        stream.close();
    }
}
