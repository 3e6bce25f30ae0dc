package skylark.telemetry.mavlink;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes MAVLink 2 frames, numbered and, with a signer, signed. Owned by one thread. */
final class FrameWriter {
    static final int HEADER = 10;
    static final int CHECKSUM = 2;
    static final int START_V2 = 0xFD;
    static final int SIGNED = 1;

    private final @Nullable Signer signer;
    private int sequence;

    FrameWriter(@Nullable Signer signer) {
        this.signer = signer;
    }

    byte[] write(Message message) {
        byte[] payload = message.payload();
        int length = sentLength(payload);
        int end = HEADER + length + CHECKSUM;
        byte[] frame = new byte[end + (signer == null ? 0 : Signer.TRAILER)];
        header(frame, message, length);
        System.arraycopy(payload, 0, frame, HEADER, length);
        int crc = Crc.of(frame, 1, HEADER + length, message.type().crcExtra());
        frame[HEADER + length] = (byte) crc;
        frame[HEADER + length + 1] = (byte) (crc >>> 8);
        if (signer != null) {
            signer.sign(frame, end);
        }
        return frame;
    }

    private void header(byte[] frame, Message message, int length) {
        int id = message.type().id();
        frame[0] = (byte) START_V2;
        frame[1] = (byte) length;
        frame[2] = (byte) (signer == null ? 0 : SIGNED);
        frame[4] = (byte) sequence++;
        frame[5] = (byte) message.system();
        frame[6] = (byte) message.component();
        frame[7] = (byte) id;
        frame[8] = (byte) (id >>> 8);
        frame[9] = (byte) (id >>> 16);
    }

    /** Zeros at the end are not sent, except for the first byte. */
    private static int sentLength(byte[] payload) {
        int length = payload.length;
        while (length > 1 && payload[length - 1] == 0) {
            length--;
        }
        return length;
    }

    static byte[] padded(byte[] frame, int from, int length, int wanted) {
        return Arrays.copyOf(Arrays.copyOfRange(frame, from, from + Math.min(length, wanted)), wanted);
    }
}
