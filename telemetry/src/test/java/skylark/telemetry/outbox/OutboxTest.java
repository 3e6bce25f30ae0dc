package skylark.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;
import skylark.telemetry.journal.Stream;

class OutboxTest {
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    static Draft draft(String id, Stream stream, int priority) {
        return new Draft(id, stream, "event/flight", priority, 1000, 90_000, seq -> "{\"id\":\"" + id + "\"}");
    }

    static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private Outbox open() {
        return Outbox.open(folder.resolve("outbox.db"), 64 * MEBIBYTE);
    }

    @Test
    void shouldNumberEachStreamWithoutGapsAcrossRestarts() {
        try (Outbox outbox = open()) {
            outbox.append(List.of(draft("a", Stream.EVENT, 1), draft("b", Stream.DIALOG, 3)));
            outbox.remove(List.of("a"));
        }
        try (Outbox outbox = open()) {
            outbox.append(List.of(draft("c", Stream.EVENT, 1)));

            assertThat(outbox.all()).extracting(Entry::seq).containsExactly(1L, 2L);
            assertThat(outbox.lastNumbers()).isEqualTo(Map.of(Stream.EVENT, 2L, Stream.DIALOG, 1L));
        }
    }

    @Test
    void shouldGiveTheOldestOfAPriorityFirstAndNothingThatTheBrokerHas() {
        try (Outbox outbox = open()) {
            outbox.append(
                    List.of(draft("a", Stream.EVENT, 2), draft("b", Stream.EVENT, 1), draft("c", Stream.EVENT, 1)));
            assertThat(ids(outbox.unsent(1, 0, Long.MAX_VALUE, 10))).containsExactly("b", "c");

            outbox.markSent(List.of("b"));
            assertThat(ids(outbox.unsent(1, 0, Long.MAX_VALUE, 10))).containsExactly("c");
            outbox.unmarkSent();
            assertThat(ids(outbox.unsent(1, 0, Long.MAX_VALUE, 10))).containsExactly("b", "c");
        }
    }

    @Test
    void shouldForgetOnlyWhatTheGroundHasAndTheBrokerHad() {
        try (Outbox outbox = open()) {
            outbox.append(
                    List.of(draft("a", Stream.EVENT, 2), draft("b", Stream.EVENT, 2), draft("c", Stream.EVENT, 2)));
            outbox.markSent(List.of("a", "c"));
            outbox.acknowledged(Stream.EVENT, 2);

            assertThat(ids(outbox.all())).containsExactly("b", "c");
        }
    }

    @Test
    void shouldCountWhatIsTooOld() {
        try (Outbox outbox = open()) {
            outbox.append(List.of(draft("a", Stream.EVENT, 2), draft("b", Stream.DIALOG, 3)));

            assertThat(outbox.expire(90_000)).isEmpty();
            assertThat(outbox.expire(90_001)).isEqualTo(Map.of(Stream.EVENT, 1L, Stream.DIALOG, 1L));
            assertThat(outbox.count()).isZero();
        }
    }

    @Test
    void shouldStayWithinItsBudgetByDroppingTheLeastUrgentAndOldest() throws IOException {
        String body = "x".repeat(1000);
        Map<Stream, Long> lost = new EnumMap<>(Stream.class);
        try (Outbox outbox = Outbox.open(folder.resolve("outbox.db"), 4 * MEBIBYTE)) {
            for (int i = 0; i < 100; i++) {
                outbox.makeRoom().forEach((stream, count) -> lost.merge(stream, count, Long::sum));
                List<Draft> batch = new ArrayList<>();
                for (int k = 0; k < 64; k++) {
                    boolean urgent = k == 0;
                    batch.add(new Draft(
                            i + "-" + k, urgent ? Stream.EVENT : Stream.DIALOG, "t", urgent ? 1 : 3, 0, 1, n -> body));
                }
                outbox.append(batch);
            }

            assertThat(outbox.all().stream().filter(one -> one.draft().priority() == 1))
                    .hasSize(100);
            assertThat(lost).containsOnlyKeys(Stream.DIALOG);
            assertThat(outbox.count() + lost.get(Stream.DIALOG)).isEqualTo(6400);
            try (var files = Files.list(folder)) {
                long bytes = files.mapToLong(file -> file.toFile().length()).sum();
                assertThat(bytes).isLessThan(4 * MEBIBYTE);
            }
        }
    }

    @Test
    void shouldHaveOnDiskWhatAppendReturnedFromWhenTheProcessEndsWithoutClosing() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Outbox outbox = open()) {
            for (int i = 0; i < 50; i++) {
                outbox.append(List.of(draft("r" + i, Stream.EVENT, 1)));
            }
            for (String name : List.of("outbox.db", "outbox.db-wal")) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
        }
        try (Outbox revived = Outbox.open(copy.resolve("outbox.db"), 64 * MEBIBYTE)) {
            assertThat(revived.count()).isEqualTo(50);
            assertThat(revived.lastNumbers()).containsEntry(Stream.EVENT, 50L);
        }
    }

    @Test
    void shouldPutADamagedFileAsideAndBeginANewOne() throws IOException {
        Files.writeString(folder.resolve("outbox.db"), "this is not a database, ".repeat(500));
        try (OutboxFiles files = OutboxFiles.in(folder, 64 * MEBIBYTE);
                Outbox outbox = files.open()) {
            outbox.append(List.of(draft("a", Stream.EVENT, 1)));

            assertThat(outbox.count()).isEqualTo(1);
            assertThat(folder.resolve("outbox.db.damaged")).exists();
        }
    }

    @Test
    void shouldRefuseAPlaceThatIsInUse() {
        try (OutboxFiles files = OutboxFiles.in(folder, 64 * MEBIBYTE)) {
            assertThat(files).isNotNull();
            assertThatThrownBy(() -> OutboxFiles.in(folder, 64 * MEBIBYTE))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
        }
    }
}
