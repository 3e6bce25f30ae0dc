package skylark.telemetry.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;

/**
 * The outbox's place on the disk, which one process at a time may use. A damaged outbox is put aside and a new one begun.
 */
public final class OutboxFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxFiles.class);
    private static final String NAME = "outbox.db";

    private final Path folder;
    private final long budgetBytes;
    private final FileChannel lockChannel;

    private OutboxFiles(Path folder, long budgetBytes, FileChannel lockChannel) {
        this.folder = folder;
        this.budgetBytes = budgetBytes;
        this.lockChannel = lockChannel;
    }

    /**
     * Claims the place.
     *
     * @throws BadInputException when another process has it, or when there is no such place
     */
    public static OutboxFiles in(Path folder, long budgetBytes) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("outbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new BadInputException(
                        "data.dir " + folder + ": in use by another skylark process; expected a folder of its own");
            }
            return new OutboxFiles(folder, budgetBytes, channel);
        } catch (IOException e) {
            throw new BadInputException("data.dir " + folder + ": cannot be written: " + e, e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process has it
        }
    }

    /** @throws OutboxFailure when the disk does not let us */
    Outbox open() {
        Path file = folder.resolve(NAME);
        try {
            return Outbox.open(file, budgetBytes);
        } catch (OutboxFailure e) {
            if (!isDamaged(e)) {
                throw e;
            }
            putAside(file, e);
            return Outbox.open(file, budgetBytes);
        }
    }

    private static boolean isDamaged(OutboxFailure failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("SQLITE_CORRUPT") || message.contains("SQLITE_NOTADB") || message.contains("damaged:");
    }

    private void putAside(Path file, OutboxFailure damage) {
        LOG.warn("{}; it is kept as {}.damaged and a new one begun", damage.getMessage(), file);
        try {
            for (String suffix : new String[] {"", "-wal", "-shm"}) {
                Path part = folder.resolve(NAME + suffix);
                if (Files.exists(part)) {
                    Files.move(part, folder.resolve(NAME + ".damaged" + suffix), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            damage.addSuppressed(e);
            throw damage;
        }
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            LOG.warn("outbox lock: {}", e.toString());
        }
    }
}
