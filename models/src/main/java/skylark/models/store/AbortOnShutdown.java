package skylark.models.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import skylark.domain.BadInputException;

/**
 * Turns Ctrl-C into an orderly end of an installation: kills the package client, has the installing thread stop at its
 * next chunk, and keeps the process until that thread has cleaned up.
 */
final class AbortOnShutdown implements AutoCloseable {
    private static final long LONGEST_CLEANING_S = 10;

    private final PackageClient client;
    private final CountDownLatch cleaned = new CountDownLatch(1);
    private final Thread hook = new Thread(this::abort, "model-store-abort");
    private volatile boolean aborted;

    AbortOnShutdown(PackageClient client) {
        this.client = client;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Called by the installing thread between chunks. */
    void check() {
        if (aborted) {
            throw new BadInputException("stopped before the installation was complete; nothing half was left");
        }
    }

    private void abort() {
        aborted = true;
        client.abort();
        try {
            // Past this limit the leftovers stay until the next start.
            boolean inTime = cleaned.await(LONGEST_CLEANING_S, TimeUnit.SECONDS);
            assert inTime : "cleaning took longer than " + LONGEST_CLEANING_S + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cleaned.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending and the hook at work: it was just told that it may go.
            assert aborted : e;
        }
    }
}
