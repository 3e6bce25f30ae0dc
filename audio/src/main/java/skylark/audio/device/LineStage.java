package skylark.audio.device;

import org.jspecify.annotations.Nullable;
import skylark.stage.NanoClock;
import skylark.stage.Stage;

/**
 * Keeps a line to a device open: opens it by name, and a second after it failed again. Calls to the device may take for
 * ever; then this stage's thread is replaced, and what it comes back with is nobody's any more.
 */
abstract class LineStage<T extends AutoCloseable> implements Stage {
    private static final long RETRY_NS = 1_000_000_000L;

    /** Opens the line. */
    interface Opener<T> {
        T open() throws DeviceFailure;
    }

    private final Direction direction;
    private final Opener<T> opener;
    private final NewsDesk news;
    private final NativeCalls calls;
    private final NanoClock clock;
    private @Nullable T line;
    private long retryNs = Long.MIN_VALUE;
    private long nowNs;

    /** Takes notice of devices. */
    interface NewsDesk {
        void take(DeviceNews news);
    }

    LineStage(Direction direction, Opener<T> opener, NewsDesk news, NativeCalls calls, NanoClock clock) {
        this.direction = direction;
        this.opener = opener;
        this.news = news;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String roleName() {
        return direction.spoken();
    }

    @Override
    public int doWork(long now) throws Exception {
        nowNs = now;
        if (!calls.enter()) {
            return 0; // so many threads are stuck that one more would be too
        }
        try {
            T open = line;
            return open == null ? open(now) : work(open, now);
        } catch (DeviceFailure e) {
            fail(e);
            return 0;
        } finally {
            calls.leave();
        }
    }

    private int open(long now) throws DeviceFailure {
        if (now < retryNs) {
            return without();
        }
        retryNs = now + RETRY_NS;
        line = opener.open();
        tell(new DeviceNews.Opened(direction));
        return 1;
    }

    private void fail(DeviceFailure failure) throws Exception {
        T broken = line;
        line = null;
        retryNs = clock.nanoTime() + (broken == null ? RETRY_NS : 0);
        tell(new DeviceNews.Failed(direction, failure.state(), String.valueOf(failure.getMessage())));
        if (broken != null) {
            broken.close();
        }
    }

    /** One piece of work with an open line. */
    abstract int work(T open, long now) throws DeviceFailure;

    /** One piece of work while there is none. */
    int without() {
        return 0;
    }

    @Override
    public long idleNs() {
        return line != null ? 50_000_000 : Math.max(1, Math.min(RETRY_NS, retryNs - nowNs));
    }

    /** A thread that was replaced says no more. */
    final void tell(DeviceNews observed) {
        if (!isReplaced()) {
            news.take(observed);
        }
    }

    final boolean isReplaced() {
        return Thread.currentThread().isInterrupted();
    }

    final @Nullable T line() {
        return line;
    }

    @Override
    public void onClose() {
        T last = line;
        line = null;
        if (last != null) {
            close(last);
        }
    }

    abstract void close(T last);
}
