package skylark.watchdog;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

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

    public State state() {
        return Objects.requireNonNull(state.get());
    }
}
