package skylark.telemetry.vehicle;

/** MAV_RESULT, as far as it ends a command. */
public enum AckResult {
    ACCEPTED,
    TEMPORARILY_REJECTED,
    DENIED,
    UNSUPPORTED,
    FAILED
}
