package skylark.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static skylark.telemetry.outbox.OutboxTest.draft;
import static skylark.telemetry.outbox.OutboxTest.ids;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.telemetry.journal.Stream;

class StoreTest {
    private static final long HALF_MINUTE_NS = 31_000_000_000L;

    @TempDir
    Path folder;

    private final List<String> failures = new ArrayList<>();
    private final List<Outbox> opened = new ArrayList<>();
    private boolean diskWorks = true;

    private Outbox disk() {
        if (!diskWorks) {
            throw new OutboxFailure("outbox: database or disk is full", new IllegalStateException());
        }
        Outbox outbox = Outbox.open(folder.resolve("outbox.db"), 64 << 20);
        opened.add(outbox);
        return outbox;
    }

    /** Whatever is asked of it from now on fails, as on a disk that is gone. */
    private void breakDisk() {
        diskWorks = false;
        opened.get(opened.size() - 1).close();
    }

    @Test
    void shouldGoOnInMemorySayingSoOnceAndReturnWithEverything() {
        try (Store store = new Store(this::disk, failures::add, 0)) {
            store.append(List.of(draft("a", Stream.EVENT, 1)));
            breakDisk();
            store.append(List.of(draft("b", Stream.EVENT, 1)));
            store.append(List.of(draft("c", Stream.EVENT, 1)));

            assertThat(failures).hasSize(1);
            assertThat(store.unsent(1, 0, Long.MAX_VALUE, 10))
                    .extracting(Entry::seq)
                    .containsExactly(2L, 3L);

            store.retryDisk(HALF_MINUTE_NS);
            assertThat(store.isOnDisk()).isFalse();
            diskWorks = true;
            store.retryDisk(2 * HALF_MINUTE_NS);

            assertThat(store.isOnDisk()).isTrue();
            assertThat(ids(store.unsent(1, 0, Long.MAX_VALUE, 10))).containsExactly("a", "b", "c");
            store.append(List.of(draft("d", Stream.EVENT, 1)));
            assertThat(store.unsent(1, 0, Long.MAX_VALUE, 10))
                    .extracting(Entry::seq)
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void shouldStartInMemoryWhenThereIsNoDisk() {
        diskWorks = false;
        try (Store store = new Store(this::disk, failures::add, 0)) {
            store.append(List.of(draft("a", Stream.EVENT, 1)));

            assertThat(failures).singleElement().asString().contains("disk is full");
            assertThat(ids(store.unsent(1, 0, Long.MAX_VALUE, 10))).containsExactly("a");
        }
    }
}
