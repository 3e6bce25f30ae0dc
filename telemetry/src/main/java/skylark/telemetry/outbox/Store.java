package skylark.telemetry.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.telemetry.journal.Stream;

/**
 * The outbox on the disk, and memory while the disk fails: it says so once, tries the disk again every half minute, and
 * moves back with everything. Owned by one thread.
 */
final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final long MEMORY_BYTES = 8L << 20;
    private static final long RETRY_NS = 30_000_000_000L;

    private final Supplier<Outbox> disk;
    private final Consumer<String> failed;
    private final List<Runnable> moved = new ArrayList<>();
    private Outbox current;
    private boolean onDisk;
    private long triedNs;
    private Map<Stream, Long> numbers = Map.of();

    /**
     * @param disk opens the outbox on the disk; throws {@link OutboxFailure} when it cannot
     * @param failed told once each time the disk stops working, with the reason
     */
    Store(Supplier<Outbox> disk, Consumer<String> failed, long nowNs) {
        this.disk = disk;
        this.failed = failed;
        this.triedNs = nowNs;
        this.current = Outbox.inMemory(MEMORY_BYTES);
        try {
            Outbox opened = disk.get();
            current.close();
            current = opened;
            numbers = current.lastNumbers();
            onDisk = true;
        } catch (OutboxFailure e) {
            failed.accept(String.valueOf(e.getMessage()));
        }
    }

    /** What is to be done when the records move to another outbox, with rows of its own. */
    void onMove(Runnable action) {
        moved.add(action);
    }

    boolean isOnDisk() {
        return onDisk;
    }

    void append(Collection<Draft> drafts) {
        numbers = on(outbox -> {
            outbox.append(drafts);
            return outbox.lastNumbers();
        });
    }

    List<Entry> unsent(int priority, long afterRow, long upToRow, int limit) {
        return on(outbox -> outbox.unsent(priority, afterRow, upToRow, limit));
    }

    long unsent() {
        return on(Outbox::unsent);
    }

    long lastRow() {
        return on(Outbox::lastRow);
    }

    void remove(Collection<String> ids) {
        run(outbox -> outbox.remove(ids));
    }

    void markSent(Collection<String> ids) {
        run(outbox -> outbox.markSent(ids));
    }

    void unmarkSent() {
        run(Outbox::unmarkSent);
    }

    void acknowledged(Stream stream, long upToSeq) {
        run(outbox -> outbox.acknowledged(stream, upToSeq));
    }

    Map<Stream, Long> expire(long nowMs) {
        return on(outbox -> outbox.expire(nowMs));
    }

    Map<Stream, Long> makeRoom() {
        return on(Outbox::makeRoom);
    }

    /** Goes back to the disk when it works again. */
    void retryDisk(long nowNs) {
        if (onDisk || nowNs - triedNs < RETRY_NS) {
            return;
        }
        triedNs = nowNs;
        try {
            Outbox opened = disk.get();
            moveTo(opened);
            onDisk = true;
            LOG.info("the disk works again: the status log is kept there");
        } catch (OutboxFailure e) {
            LOG.debug("still no disk: {}", e.getMessage());
        }
    }

    private void moveTo(Outbox opened) {
        try {
            opened.adopt(current);
        } catch (OutboxFailure e) {
            opened.close();
            throw e;
        }
        Outbox memory = current;
        current = opened;
        memory.close();
        moved.forEach(Runnable::run);
    }

    private void run(Consumer<Outbox> work) {
        on(outbox -> {
            work.accept(outbox);
            return true;
        });
    }

    private <T> T on(Function<Outbox, T> work) {
        try {
            return work.apply(current);
        } catch (OutboxFailure e) {
            if (!onDisk) {
                throw e;
            }
            fallBack(e);
            return work.apply(current);
        }
    }

    private void fallBack(OutboxFailure cause) {
        Outbox broken = current;
        onDisk = false;
        current = Outbox.inMemory(MEMORY_BYTES);
        current.countFrom(numbers);
        try {
            broken.close();
        } catch (OutboxFailure e) {
            cause.addSuppressed(e);
        }
        LOG.warn("the status log is kept in memory: {}", cause.getMessage());
        failed.accept(String.valueOf(cause.getMessage()));
        moved.forEach(Runnable::run);
    }

    @Override
    public void close() {
        current.close();
    }
}
