package skylark.telemetry.mavlink;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Two ends of a line that is cut, mended and listened to by a test. */
final class Wire {
    /** Everything that was sent towards the vehicle, by message. */
    final List<Message> toVehicle = new ArrayList<>();

    /** Frames as they were sent by the vehicle. */
    final List<byte[]> fromVehicle = new ArrayList<>();

    boolean cut;
    private final Queue<byte[]> down = new ArrayDeque<>();
    private final Queue<byte[]> up = new ArrayDeque<>();
    private final FrameReader tap = new FrameReader(null, toVehicle::add);

    Transport ours() {
        return new End(down, up) {
            @Override
            public boolean write(byte[] frame) {
                tap.read(ByteBuffer.wrap(frame));
                return super.write(frame);
            }
        };
    }

    Transport vehicles() {
        return new End(up, down) {
            @Override
            public boolean write(byte[] frame) {
                fromVehicle.add(frame);
                return super.write(frame);
            }
        };
    }

    /** How often this MAV_CMD was sent. */
    long sent(int command) {
        return toVehicle.stream()
                .filter(message -> message.is("COMMAND_LONG") || message.is("COMMAND_INT"))
                .filter(message -> message.whole("command") == command)
                .count();
    }

    private class End implements Transport {
        private final Queue<byte[]> in;
        private final Queue<byte[]> out;

        End(Queue<byte[]> in, Queue<byte[]> out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public int read(ByteBuffer into, long nowNs) {
            byte[] frame = in.poll();
            if (frame == null) {
                return 0;
            }
            into.put(frame);
            return frame.length;
        }

        @Override
        public boolean write(byte[] frame) {
            return cut || out.add(frame);
        }

        @Override
        public boolean datagrams() {
            return true;
        }

        @Override
        public void close() {}
    }
}
