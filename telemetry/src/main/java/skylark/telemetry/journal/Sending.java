package skylark.telemetry.journal;

import java.nio.charset.StandardCharsets;

/** The last touch to an envelope, at the moment it is sent. */
public final class Sending {
    private static final long HISTORY_MS = 5_000;

    private Sending() {}

    /** The bytes to send; {@code hist} is true for what is older than 5 s. */
    public static byte[] bytes(String envelope, long createdMs, long nowMs) {
        boolean hist = nowMs - createdMs > HISTORY_MS;
        return ("{\"hist\":" + hist + "," + envelope.substring(1)).getBytes(StandardCharsets.UTF_8);
    }
}
