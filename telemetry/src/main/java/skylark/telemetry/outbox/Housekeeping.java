package skylark.telemetry.outbox;

import java.util.List;
import java.util.Map;
import skylark.telemetry.journal.Stream;
import skylark.telemetry.journal.When;

/** Throws away what is too old or too much, and leaves a counted record of it. Owned by one thread. */
final class Housekeeping {
    private static final long EVERY_NS = 5_000_000_000L;

    private final Store store;
    private final DraftMaker drafts;
    private long ranNs;

    Housekeeping(Store store, DraftMaker drafts, long nowNs) {
        this.store = store;
        this.drafts = drafts;
        this.ranNs = nowNs - EVERY_NS;
    }

    boolean isDue(long nowNs) {
        return nowNs - ranNs >= EVERY_NS;
    }

    void run(When at) {
        ranNs = at.monoNs();
        store.retryDisk(at.monoNs());
        record("too old", store.expire(at.wallMs()), at);
    }

    /** Before something is added. */
    void makeRoom(When at) {
        record("no room", store.makeRoom(), at);
    }

    private void record(String reason, Map<Stream, Long> lost, When at) {
        if (!lost.isEmpty()) {
            store.append(List.of(drafts.gap(reason, lost, at)));
        }
    }
}
