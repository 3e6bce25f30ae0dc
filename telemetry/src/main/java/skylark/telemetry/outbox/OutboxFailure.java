package skylark.telemetry.outbox;

/** The disk does not take or give what it should: full, gone, or damaged. */
final class OutboxFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
