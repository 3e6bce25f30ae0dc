package skylark.watchdog;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The promise of one turn: a sound before {@code dueNs}. It ends once, by whoever is first: the loudspeaker's thread
 * closes it with the first audible sample, the watchdog's thread times it out.
 */
public final class TurnDeadline {

    /** Open until exactly one of the others. */
    public enum State {
        OPEN,
        CLOSED,
        TIMED_OUT
    }

    private final long turn;
    private final long committedNs;
    private final long dueNs;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private volatile @Nullable String why;
    private volatile long soundNs = Long.MIN_VALUE;

    /**
     * @param turn the turn's number
     * @param committedNs when the operator was taken to have finished
     * @param dueNs when the fallback must be told to sound: the deadline less what the loudspeaker needs to start
     */
    public TurnDeadline(long turn, long committedNs, long dueNs) {
        this.turn = turn;
        this.committedNs = committedNs;
        this.dueNs = dueNs;
    }

    public long turn() {
        return turn;
    }

    public long committedNs() {
        return committedNs;
    }

    public long dueNs() {
        return dueNs;
    }

    /** The reply sounds, or the turn needs no sound any more; true when that was in time. */
    public boolean close() {
        return state.compareAndSet(State.OPEN, State.CLOSED);
    }

    /** The watchdog gives up waiting; true for the one call that must cause the fallback. */
    public boolean timeOut() {
        return state.compareAndSet(State.OPEN, State.TIMED_OUT);
    }

    /** Which stage is the likeliest reason that it was timed out, and why; null when it was not. Any thread. */
    public @Nullable String why() {
        return why;
    }

    /** Watchdog's thread, before the fallback is asked for. */
    void blame(String suspect) {
        why = suspect;
    }

    /** When the operator first heard something, real or fallback; {@code Long.MIN_VALUE} before that. Any thread. */
    public long soundNs() {
        return soundNs;
    }

    /** Something audible was handed to the loudspeaker. Its thread; only the first call counts. */
    public void sounded(long nowNs) {
        if (soundNs == Long.MIN_VALUE) {
            soundNs = nowNs;
        }
    }

    public State state() {
        return Objects.requireNonNull(state.get());
    }
}
