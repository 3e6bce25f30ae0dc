package skylark.audio.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes of WAV files, good and bad ones. */
final class Wav {
    private Wav() {}

    static byte[] pcm16(int rateHz, int channels, short... samples) {
        return riff(chunk("fmt ", fmt(1, channels, rateHz, 16)), chunk("data", bytes(samples)));
    }

    static byte[] riff(byte[]... chunks) {
        byte[] body = join(chunks);
        return join(
                "RIFF".getBytes(StandardCharsets.US_ASCII),
                int32(4 + body.length),
                "WAVE".getBytes(StandardCharsets.US_ASCII),
                body);
    }

    static byte[] chunk(String tag, byte[] body) {
        return chunk(tag, body.length, body);
    }

    /** A chunk that says {@code size}, whatever its body is. */
    static byte[] chunk(String tag, int size, byte[] body) {
        byte[] pad = new byte[body.length & 1];
        return join(tag.getBytes(StandardCharsets.US_ASCII), int32(size), body, pad);
    }

    static byte[] fmt(int format, int channels, int rateHz, int bits) {
        int frame = channels * bits / 8;
        return little(16)
                .putShort((short) format)
                .putShort((short) channels)
                .putInt(rateHz)
                .putInt(rateHz * frame)
                .putShort((short) frame)
                .putShort((short) bits)
                .array();
    }

    static byte[] extensible(int channels, int rateHz, int subFormat) {
        byte[] guidTail = {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71};
        byte[] extra = little(24)
                .putShort((short) 22)
                .putShort((short) 16)
                .putInt(3)
                .putShort((short) subFormat)
                .put(guidTail)
                .array();
        return join(fmt(0xFFFE, channels, rateHz, 16), extra);
    }

    static byte[] bytes(short... samples) {
        ByteBuffer bytes = little(2 * samples.length);
        for (short sample : samples) {
            bytes.putShort(sample);
        }
        return bytes.array();
    }

    private static byte[] int32(int value) {
        return little(4).putInt(value).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
