package skylark.stage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long one thread was ready and was not let run, because others held the processor: what it took meanwhile is not its
 * fault. Linux tells it in {@code schedstat}; where nobody does, it is none. Read by the watchdog's thread.
 */
public class CpuWait implements AutoCloseable {
    /** Nobody tells. */
    public static final CpuWait NONE = new CpuWait();

    /** Of the calling thread. */
    public static CpuWait ofThisThread() {
        try {
            Path self = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            return new Schedstat(Path.of("/proc").resolve(self).resolve("schedstat"));
        } catch (IOException | UnsupportedOperationException e) {
            return NONE; // not on Linux, or not told
        }
    }

    /** Since the thread began. */
    public long ns() {
        return 0;
    }

    @Override
    public void close() {}

    /** Three numbers on a line: time run, time waited, turns. */
    private static final class Schedstat extends CpuWait {
        private final RandomAccessFile file;
        private final byte[] line = new byte[96];
        private long lastNs;

        Schedstat(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "r");
        }

        @Override
        public synchronized long ns() {
            try {
                file.seek(0);
                int length = file.read(line);
                lastNs = second(length);
            } catch (IOException e) {
                return lastNs; // the thread has ended
            }
            return lastNs;
        }

        private long second(int length) {
            int at = 0;
            while (at < length && line[at] != ' ') {
                at++;
            }
            long number = 0;
            for (at++; at < length && line[at] >= '0' && line[at] <= '9'; at++) {
                number = number * 10 + line[at] - '0';
            }
            return Math.max(lastNs, number);
        }

        @Override
        public synchronized void close() {
            try {
                file.close();
            } catch (IOException e) {
                lastNs = Math.max(0, lastNs); // there is nothing to lose
            }
        }
    }
}
