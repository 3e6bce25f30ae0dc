package skylark.audio.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import skylark.domain.BadInputException;

/** Writes WAV files: PCM, mono, 16 kHz, signed 16 bit. A file is there whole or not at all. */
public final class WavWriter {
    private static final int RATE_HZ = 16_000;
    private static final int HEADER_BYTES = 44;

    private WavWriter() {}

    /**
     * Writes {@code count} samples to {@code file}, replacing it.
     *
     * @throws BadInputException in one line when it cannot be written; nothing half-written is left
     */
    public static void write(Path file, short[] samples, int count) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = encode(samples, count);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(part, e);
            throw new BadInputException(file + ": cannot write the WAV file: " + e.getMessage(), e);
        }
    }

    private static void remove(Path part, IOException cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static ByteBuffer encode(short[] samples, int count) {
        int dataBytes = count * 2;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {'R', 'I', 'F', 'F'}).putInt(HEADER_BYTES - 8 + dataBytes);
        bytes.put(new byte[] {'W', 'A', 'V', 'E', 'f', 'm', 't', ' '}).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(RATE_HZ).putInt(RATE_HZ * 2);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put(new byte[] {'d', 'a', 't', 'a'}).putInt(dataBytes);
        for (int i = 0; i < count; i++) {
            bytes.putShort(samples[i]);
        }
        return bytes.flip();
    }
}
