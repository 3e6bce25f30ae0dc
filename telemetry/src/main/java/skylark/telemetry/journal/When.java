package skylark.telemetry.journal;

/**
 * A moment on both clocks.
 *
 * @param wallMs since 1970, by the machine's clock
 * @param monoNs on the process's own clock
 */
public record When(long wallMs, long monoNs) {}
