package skylark.audio.device;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Arrays;

/** Capture from PulseAudio or PipeWire, which bring the sound to our format. */
final class PulseCapture implements CaptureLine {
    private static final int WAIT_US = 20_000;
    private static final int WAITS = 5;
    private static final long SAMPLE_NS = 1_000_000_000L / 16_000;

    private final PulseStream stream;
    private final Memory data = new Memory(Native.POINTER_SIZE);
    private final Memory bytes = new Memory(Native.SIZE_T_SIZE);
    private int at;
    private int left;

    PulseCapture(PulseClient client, String device, int bufferMs) throws DeviceFailure {
        stream = PulseStream.capture(client, device, bufferMs);
    }

    @Override
    public int read(short[] into) throws DeviceFailure {
        for (int i = 0; left == 0 && i < WAITS; i++) {
            stream.turn(PulseNative.pa_stream_readable_size(stream.handle()) > 0 ? 0 : WAIT_US);
            peek();
        }
        int count = Math.min(left, into.length);
        Pointer samples = count == 0 ? null : data.getPointer(0);
        if (samples == null) {
            Arrays.fill(into, 0, count, (short) 0); // the server skipped some
        } else {
            samples.read(2L * at, into, 0, count);
        }
        at += count;
        left -= count;
        if (count > 0 && left == 0) {
            PulseNative.pa_stream_drop(stream.handle());
        }
        return count;
    }

    private void peek() throws DeviceFailure {
        if (PulseNative.pa_stream_peek(stream.handle(), data, bytes) < 0) {
            throw new DeviceFailure(DeviceState.LOST, "cannot be read any more");
        }
        at = 0;
        left = (int) (bytes.getLong(0) / 2);
    }

    /** A fragment is dropped when its end was read; before that the server counts all of it as unread. */
    @Override
    public long latencyNs() {
        return Math.max(0, stream.latencyNs(10_000_000) - (left == 0 ? 0 : at * SAMPLE_NS));
    }

    @Override
    public void close() {
        stream.close();
    }
}
