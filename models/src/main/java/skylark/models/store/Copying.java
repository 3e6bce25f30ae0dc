package skylark.models.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Moves bytes to the disk and hashes them. Errors of the writing side are unchecked, so that they are not taken for a
 * damaged archive. */
final class Copying {
    private static final int CHUNK = 1 << 16;

    private Copying() {}

    /**
     * Writes a new file and its folders, and returns when it is on the disk.
     *
     * @param moved told the size of each chunk
     * @throws IOException if the input fails
     * @throws UncheckedIOException if the disk does
     */
    static void write(InputStream in, Path to, LongConsumer moved) throws IOException {
        try (FileChannel out = create(to)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                put(out, ByteBuffer.wrap(chunk, 0, read));
                moved.accept(read);
            }
            sync(out);
        }
    }

    /** The SHA-256 of a file, in lower-case hexadecimal digits. */
    static String sha256(Path file, LongConsumer moved) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                moved.accept(read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Makes sure that a rename in this folder survives a loss of power. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileChannel create(Path to) {
        try {
            Path folder = to.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(FileChannel out) {
        try {
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
