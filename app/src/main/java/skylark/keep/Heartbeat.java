package skylark.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import skylark.domain.BadInputException;

/** A counter in a file that parent and child have mapped: beating and looking cost no system call. */
final class Heartbeat {
    private final MappedByteBuffer counter;

    /** @throws BadInputException when the file cannot be made */
    Heartbeat(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < Long.BYTES) {
                channel.write(ByteBuffer.allocate(Long.BYTES), 0);
            }
            counter = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        } catch (IOException e) {
            throw new BadInputException(file + ": expected a file that can be written: " + e.getMessage(), e);
        }
    }

    /** One thread at a time. */
    void beat() {
        counter.putLong(0, counter.getLong(0) + 1);
    }

    long beats() {
        return counter.getLong(0);
    }

    void clear() {
        counter.putLong(0, 0);
    }
}
