package skylark.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.telemetry.journal.Stream;

/** A disk that is really full: a small file system in memory, which only root can make. */
class FullDiskTest {
    @TempDir
    Path folder;

    private final List<String> failures = new ArrayList<>();
    private boolean mounted;

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", folder.toString());
        }
    }

    @Test
    void shouldKeepEverythingWhenTheDiskIsFullAndReturnWhenItIsNot() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/mount")), "mount is not installed");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
        assumeTrue(mounted, "this user may not mount a small file system");
        Path ballast = folder.resolve("ballast");
        String body = "x".repeat(900);

        try (Store store = new Store(() -> Outbox.open(folder.resolve("outbox.db"), 64 << 20), failures::add, 0)) {
            assertThat(failures).isEmpty();
            fill(ballast);
            for (int i = 0; i < 300; i++) {
                int number = i;
                store.append(List.of(new Draft("r" + number, Stream.EVENT, "t", 1, 0, 1, seq -> body)));
            }
            assertThat(failures).hasSize(1);
            assertThat(store.isOnDisk()).isFalse();

            Files.delete(ballast);
            store.retryDisk(31_000_000_000L);
            assertThat(store.isOnDisk()).isTrue();
            List<Entry> kept = store.unsent(1, 0, Long.MAX_VALUE, 1000);
            assertThat(kept).extracting(Entry::seq).containsExactlyElementsOf(oneTo(300));
        }
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] block = new byte[4096];
            for (int i = 0; i < 1000; i++) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
