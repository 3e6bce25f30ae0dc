package skylark.telemetry.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small SQLite file that is safe against crash and power cut, and never larger than it may be. Owned by one thread. */
final class Database implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;
    /** The log beside the database is cut back to this. */
    private static final int LOG_BYTES = 1 << 20;

    private static final int FEWEST_PAGES = 48;
    private static final double FULL = 0.85;

    private final String name;
    private final Connection connection;
    private final long maxPages;

    /** Work on the database. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * Opens it, or makes it.
     *
     * @param file {@code :memory:} for none
     * @param budgetBytes of disk, all in all
     * @throws OutboxFailure when that cannot be done
     */
    Database(String file, long budgetBytes) {
        this.name = file;
        this.maxPages = Math.max(FEWEST_PAGES, (budgetBytes - 2 * LOG_BYTES) / PAGE_BYTES);
        Connection opened = null;
        try {
            opened = DriverManager.getConnection("jdbc:sqlite:" + file);
            prepare(opened);
            this.connection = opened;
        } catch (SQLException e) {
            closeAfter(opened, e);
            throw failure(e);
        }
    }

    private void prepare(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("PRAGMA page_size=" + PAGE_BYTES);
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA wal_autocheckpoint=" + LOG_BYTES / PAGE_BYTES / 2);
            statement.execute("PRAGMA journal_size_limit=" + LOG_BYTES);
            statement.execute("PRAGMA max_page_count=" + maxPages);
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !"ok".equals(check.getString(1))) {
                    throw new SQLException("damaged: " + check.getString(1));
                }
            }
        }
        opened.setAutoCommit(false);
    }

    private static void closeAfter(@Nullable Connection opened, SQLException cause) {
        if (opened != null) {
            try {
                opened.close();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /** Does all of it, and it is on the disk; or none of it, and {@link OutboxFailure} says why. */
    <T> T inTransaction(Work<T> work) {
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException e) {
            rollBackAfter(e);
            throw failure(e);
        }
    }

    private void rollBackAfter(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Changes rows; how many. Within a transaction. */
    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Reads rows. Within a transaction. */
    <T> List<T> query(String sql, Row<T> row, Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
        }
        return found;
    }

    /** Reads one number. Within a transaction. */
    long number(String sql, Object... values) throws SQLException {
        return query(sql, row -> row.getLong(1), values).get(0);
    }

    /** Whether it comes near its size. Within a transaction. */
    boolean isNearlyFull() throws SQLException {
        long used = number("PRAGMA page_count") - number("PRAGMA freelist_count");
        return used > maxPages * FULL;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private OutboxFailure failure(SQLException e) {
        return new OutboxFailure("outbox " + name + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
