package skylark.telemetry.outbox;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import skylark.telemetry.journal.Stream;

/**
 * Records that the ground has not got yet: what {@link #append} returned from survives a crash and a power cut. Owned by
 * one thread. Every method throws {@link OutboxFailure} when the disk fails, and nothing is half done then.
 */
final class Outbox implements AutoCloseable {
    private static final String SELECT =
            "SELECT row, id, stream, seq, topic, priority, created_ms, expires_ms, body FROM record ";
    private static final String INSERT = "INSERT INTO record"
            + " (id, stream, seq, topic, priority, created_ms, expires_ms, body) VALUES (?,?,?,?,?,?,?,?)";

    private final Database database;

    private Outbox(Database database) {
        this.database = database;
        database.inTransaction(() -> database.update("CREATE TABLE IF NOT EXISTS record"
                + " (row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, stream TEXT NOT NULL,"
                + " seq INTEGER NOT NULL, topic TEXT NOT NULL, priority INTEGER NOT NULL, created_ms INTEGER NOT NULL,"
                + " expires_ms INTEGER NOT NULL, sent INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL)"));
        database.inTransaction(
                () -> database.update("CREATE INDEX IF NOT EXISTS by_turn ON record (sent, priority, row)"));
        database.inTransaction(() ->
                database.update("CREATE TABLE IF NOT EXISTS stream (name TEXT PRIMARY KEY, seq INTEGER NOT NULL)"));
    }

    /**
     * Opens, or makes, the outbox in a file.
     *
     * @param budgetBytes of disk, all in all
     */
    static Outbox open(Path file, long budgetBytes) {
        return new Outbox(new Database(file.toString(), budgetBytes));
    }

    /** One that lives as long as the process. */
    static Outbox inMemory(long budgetBytes) {
        return new Outbox(new Database(":memory:", budgetBytes));
    }

    /** Numbers and stores all of them, or none. On return they are on the disk. */
    void append(Collection<Draft> drafts) {
        database.inTransaction(() -> {
            Map<Stream, Long> numbers = numbers();
            for (Draft draft : drafts) {
                long seq = Objects.requireNonNull(numbers.merge(draft.stream(), 1L, Long::sum));
                insert(draft, seq, draft.body().apply(seq));
            }
            return store(numbers);
        });
    }

    /** Takes over what another outbox holds, numbers and all. */
    void adopt(Outbox other) {
        List<Entry> entries = other.all();
        Map<Stream, Long> numbers = other.lastNumbers();
        database.inTransaction(() -> {
            for (Entry entry : entries) {
                insert(entry.draft(), entry.seq(), entry.body());
            }
            return store(numbers);
        });
    }

    /** The last number given in each stream. */
    Map<Stream, Long> lastNumbers() {
        return database.inTransaction(this::numbers);
    }

    /** Goes on counting where another outbox stood. */
    void countFrom(Map<Stream, Long> numbers) {
        database.inTransaction(() -> store(numbers));
    }

    /** The last row in use; a record with a higher one is newer than this moment. */
    long lastRow() {
        return database.inTransaction(() -> database.number("SELECT COALESCE(MAX(row), 0) FROM record"));
    }

    long count() {
        return database.inTransaction(() -> database.number("SELECT COUNT(*) FROM record"));
    }

    /** How many the broker has not got yet. */
    long unsent() {
        return database.inTransaction(() -> database.number("SELECT COUNT(*) FROM record WHERE sent=0"));
    }

    /** Up to {@code limit} unsent records of one priority, oldest first, from the rows after one up to another. */
    List<Entry> unsent(int priority, long afterRow, long upToRow, int limit) {
        return database.inTransaction(() -> database.query(
                SELECT + "WHERE sent=0 AND priority=? AND row>? AND row<=? ORDER BY row LIMIT ?",
                Outbox::entry,
                priority,
                afterRow,
                upToRow,
                limit));
    }

    List<Entry> all() {
        return database.inTransaction(() -> database.query(SELECT + "ORDER BY row", Outbox::entry));
    }

    /** They have arrived where they should. */
    void remove(Collection<String> ids) {
        forEach(ids, "DELETE FROM record WHERE id=?");
    }

    /** The broker has them; they stay until the ground has them too. */
    void markSent(Collection<String> ids) {
        forEach(ids, "UPDATE record SET sent=1 WHERE id=?");
    }

    /** What the broker had and the ground did not confirm is to be sent again. */
    void unmarkSent() {
        database.inTransaction(() -> database.update("UPDATE record SET sent=0 WHERE sent=1"));
    }

    /** What the broker has is enough after all: nobody on the ground confirms. */
    void removeSent() {
        database.inTransaction(() -> database.update("DELETE FROM record WHERE sent=1"));
    }

    /** The ground has stored everything in the stream up to this number. */
    void acknowledged(Stream stream, long upToSeq) {
        database.inTransaction(() ->
                database.update("DELETE FROM record WHERE sent=1 AND stream=? AND seq<=?", stream.wireName(), upToSeq));
    }

    /** Removes what is too old; how many there were in each stream. */
    Map<Stream, Long> expire(long nowMs) {
        return database.inTransaction(() -> evict("expires_ms < ?", nowMs));
    }

    /** Makes room when the budget is nearly used up: a tenth goes, the least urgent first, the oldest of them. */
    Map<Stream, Long> makeRoom() {
        return database.inTransaction(() -> database.isNearlyFull()
                ? evict(
                        "row IN (SELECT row FROM record ORDER BY priority DESC, row"
                                + " LIMIT (SELECT COUNT(*) / 10 + ? FROM record))",
                        1)
                : Map.of());
    }

    private Map<Stream, Long> evict(String condition, Object value) throws SQLException {
        Map<Stream, Long> lost =
                perStream("SELECT stream, COUNT(*) FROM record WHERE " + condition + " GROUP BY stream", value);
        if (!lost.isEmpty()) {
            database.update("DELETE FROM record WHERE " + condition, value);
        }
        return lost;
    }

    private void forEach(Collection<String> ids, String sql) {
        database.inTransaction(() -> {
            int changed = 0;
            for (String id : ids) {
                changed += database.update(sql, id);
            }
            return changed;
        });
    }

    private void insert(Draft draft, long seq, String body) throws SQLException {
        database.update(
                INSERT,
                draft.id(),
                draft.stream().wireName(),
                seq,
                draft.topic(),
                draft.priority(),
                draft.createdMs(),
                draft.expiresMs(),
                body);
    }

    private Map<Stream, Long> numbers() throws SQLException {
        return perStream("SELECT name, seq FROM stream");
    }

    private int store(Map<Stream, Long> numbers) throws SQLException {
        int changed = 0;
        for (Map.Entry<Stream, Long> each : numbers.entrySet()) {
            changed += database.update(
                    "INSERT INTO stream (name, seq) VALUES (?,?)"
                            + " ON CONFLICT (name) DO UPDATE SET seq=MAX(seq, excluded.seq)",
                    each.getKey().wireName(),
                    each.getValue());
        }
        return changed;
    }

    private Map<Stream, Long> perStream(String sql, Object... values) throws SQLException {
        Map<Stream, Long> found = new EnumMap<>(Stream.class);
        database.query(sql, row -> found.put(stream(row.getString(1)), row.getLong(2)), values);
        return found;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Draft draft = new Draft(
                row.getString("id"),
                stream(row.getString("stream")),
                row.getString("topic"),
                row.getInt("priority"),
                row.getLong("created_ms"),
                row.getLong("expires_ms"),
                Draft.NO_BODY);
        return new Entry(row.getLong("row"), draft, row.getLong("seq"), row.getString("body"));
    }

    private static Stream stream(String wireName) {
        return Stream.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    @Override
    public void close() {
        database.close();
    }
}
