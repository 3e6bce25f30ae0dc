package skylark.telemetry.outbox;

import java.util.function.LongFunction;
import skylark.telemetry.journal.Stream;

/**
 * A record before it has its number.
 *
 * @param id ULID, by which the ground knows a copy
 * @param topic the end of its topic, such as {@code event/flight}
 * @param priority 0 to 6; the smaller the sooner
 * @param createdMs wall time
 * @param expiresMs wall time after which nobody wants it
 * @param body makes the envelope, given the number in the stream
 */
record Draft(
        String id,
        Stream stream,
        String topic,
        int priority,
        long createdMs,
        long expiresMs,
        LongFunction<String> body) {
    /** Of what is stored already. */
    static final LongFunction<String> NO_BODY = seq -> "";
}
