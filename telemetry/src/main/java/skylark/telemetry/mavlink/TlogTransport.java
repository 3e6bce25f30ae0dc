package skylark.telemetry.mavlink;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;

/**
 * A recorded flight, as ground stations write it: again and again 8 bytes of big-endian microseconds and one frame.
 * It plays at the pace of its times; behind its end there is silence.
 */
final class TlogTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(TlogTransport.class);
    private static final int MOST_SKIPPED = 4096;
    /** A recording goes on after a break in it. */
    private static final long LONGEST_BREAK_US = 5_000_000;

    private final Path file;
    private final DataInputStream stream;
    private final byte[] frame = new byte[300];
    private boolean ended;
    private int size;
    private long dueNs = Long.MIN_VALUE;
    private long timeUs = Long.MIN_VALUE;

    TlogTransport(Path file) {
        this.file = file;
        try {
            this.stream = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        } catch (IOException e) {
            throw new BadInputException("vehicle.url: " + file + ": expected a readable .tlog file", e);
        }
    }

    @Override
    public int read(ByteBuffer into, long nowNs) {
        if (size == 0 && !ended) {
            next(nowNs);
        }
        if (size == 0 || nowNs < dueNs) {
            return 0;
        }
        into.put(frame, 0, size);
        int count = size;
        size = 0;
        return count;
    }

    private void next(long nowNs) {
        try {
            long us = stream.readLong();
            size = frame();
            long passedUs = timeUs == Long.MIN_VALUE ? 0 : Math.max(0, Math.min(LONGEST_BREAK_US, us - timeUs));
            dueNs = (dueNs == Long.MIN_VALUE ? nowNs : dueNs) + passedUs * 1_000;
            timeUs = us;
        } catch (EOFException e) {
            over("the recording {} is over");
        } catch (IOException e) {
            over("the recording {} cannot be read any further");
        }
    }

    /** Reads a frame; a file that is damaged here is searched for where it goes on. */
    private int frame() throws IOException {
        int start = stream.readUnsignedByte();
        for (int i = 0; start != FrameWriter.START_V2 && start != 0xFE; i++) {
            if (i == MOST_SKIPPED) {
                throw new IOException("no frame");
            }
            start = stream.readUnsignedByte();
        }
        frame[0] = (byte) start;
        frame[1] = stream.readByte();
        frame[2] = stream.readByte();
        boolean v2 = start == FrameWriter.START_V2;
        int signature = v2 && (frame[2] & FrameWriter.SIGNED) != 0 ? Signer.TRAILER : 0;
        int total = (frame[1] & 0xFF) + (v2 ? FrameWriter.HEADER : 6) + FrameWriter.CHECKSUM + signature;
        stream.readFully(frame, 3, total - 3);
        return total;
    }

    private void over(String message) {
        ended = true;
        size = 0;
        LOG.info(message, file);
    }

    @Override
    public boolean write(byte[] ignored) {
        return false;
    }

    @Override
    public boolean datagrams() {
        return true;
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public void close() {
        Closing.quietly(stream);
    }
}
