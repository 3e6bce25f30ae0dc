package skylark.telemetry.mavlink;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds MAVLink 1 and 2 frames in bytes, whatever else is among them: garbage costs the garbage, never the frame behind
 * it. Owned by one thread.
 */
final class FrameReader {
    private static final int START_V1 = 0xFE;
    private static final int HEADER_V1 = 6;
    private static final int LONGEST = FrameWriter.HEADER + 255 + FrameWriter.CHECKSUM + Signer.TRAILER;
    private static final int NONE = 0;
    private static final int INCOMPLETE = -1;

    private final byte[] held = new byte[4 * LONGEST];
    private final @Nullable Verifier verifier;
    private final Consumer<Message> sink;
    private int length;
    private long frames;
    private long badChecksums;
    private long unknown;
    private long refused;

    /** @param verifier where only signed frames count */
    FrameReader(@Nullable Verifier verifier, Consumer<Message> sink) {
        this.verifier = verifier;
        this.sink = sink;
    }

    /** Takes all bytes. */
    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int part = Math.min(bytes.remaining(), held.length - length);
            bytes.get(held, length, part);
            length += part;
            drop(scan(false));
        }
    }

    /** Nothing follows that belongs to what came so far, as at the end of a datagram. */
    void end() {
        drop(scan(true));
    }

    /** How many bytes are done with. */
    private int scan(boolean last) {
        int at = 0;
        while (at < length) {
            int size = frameAt(at);
            if (size == INCOMPLETE && !last) {
                return at;
            }
            at += size > NONE ? size : 1;
        }
        return at;
    }

    /** The size of the frame that begins here, {@link #NONE} when none does. */
    private int frameAt(int at) {
        int start = held[at] & 0xFF;
        if (start != FrameWriter.START_V2 && start != START_V1) {
            return NONE;
        }
        boolean v2 = start == FrameWriter.START_V2;
        int header = v2 ? FrameWriter.HEADER : HEADER_V1;
        if (length - at < header) {
            return INCOMPLETE;
        }
        int flags = v2 ? held[at + 2] : 0;
        if ((flags & ~FrameWriter.SIGNED) != 0) {
            return NONE; // a frame that asks for what nobody has defined yet is to be dropped
        }
        int payload = held[at + 1] & 0xFF;
        int size = header + payload + FrameWriter.CHECKSUM + (flags == FrameWriter.SIGNED ? Signer.TRAILER : 0);
        return length - at < size ? INCOMPLETE : whole(at, header, payload, size, v2);
    }

    private int whole(int at, int header, int payload, int size, boolean v2) {
        int id = v2
                ? (held[at + 7] & 0xFF) | (held[at + 8] & 0xFF) << 8 | (held[at + 9] & 0xFF) << 16
                : held[at + 5] & 0xFF;
        MessageType type = Messages.byId(id);
        if (type == null) {
            return stranger(at, size);
        }
        int end = at + header + payload;
        int crc = (held[end] & 0xFF) | (held[end + 1] & 0xFF) << 8;
        if (crc != Crc.of(held, at + 1, end, type.crcExtra())) {
            badChecksums++;
            return NONE;
        }
        if (verifier != null && !verifier.accepts(held, at, size)) {
            refused++;
            return size;
        }
        int who = at + (v2 ? 5 : 3);
        byte[] content = FrameWriter.padded(held, at + header, payload, type.length());
        frames++;
        sink.accept(Message.received(type, content, held[who] & 0xFF, held[who + 1] & 0xFF));
        return size;
    }

    /** Its checksum cannot be checked: its length is believed only if another frame, or nothing, follows. */
    private int stranger(int at, int size) {
        int next = at + size;
        boolean plausible = next == length || isStart(held[next] & 0xFF);
        unknown += plausible ? 1 : 0;
        return plausible ? size : NONE;
    }

    private static boolean isStart(int value) {
        return value == FrameWriter.START_V2 || value == START_V1;
    }

    private void drop(int count) {
        System.arraycopy(held, count, held, 0, length - count);
        length -= count;
    }

    /** Messages handed on. */
    long frames() {
        return frames;
    }

    long badChecksums() {
        return badChecksums;
    }

    /** Frames of messages that are none of ours. */
    long unknown() {
        return unknown;
    }

    /** Frames without a signature, or with one that does not count. */
    long refused() {
        return refused;
    }
}
