package skylark.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * How a turn's stop reaches the vehicle, whoever finds it first: the spotter in what is still being said, or understanding
 * in the whole of it. Once a turn. Any thread; never blocks.
 */
final class StopLine {
    private final LongConsumer hold;
    private final AtomicLong lastStopped = new AtomicLong();

    /** @param hold has the vehicle hold, given the turn's number; must not block */
    StopLine(LongConsumer hold) {
        this.hold = hold;
    }

    /** Has the vehicle hold, unless it was told to in this turn or a later one. */
    void stop(long turn) {
        if (lastStopped.getAndAccumulate(turn, Math::max) < turn) {
            hold.accept(turn);
        }
    }
}
