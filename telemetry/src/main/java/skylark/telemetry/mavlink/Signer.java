package skylark.telemetry.mavlink;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.LongSupplier;

/**
 * Signs MAVLink 2 frames: link id, 48 bits of time in units of 10 microseconds since 2015, 48 bits of SHA-256. The time
 * never stands still nor goes back. Owned by one thread.
 */
final class Signer {
    static final int TRAILER = 13;
    static final int HASH = 6;
    static final int TIME = 6;

    private final byte[] key;
    private final int linkId;
    private final LongSupplier clock;
    private long last;

    /**
     * @param key 32 bytes
     * @param clock in units of 10 microseconds since 2015
     */
    Signer(byte[] key, int linkId, LongSupplier clock) {
        this.key = key.clone();
        this.linkId = linkId;
        this.clock = clock;
    }

    /** Fills the trailer that begins at {@code at}. */
    void sign(byte[] frame, int at) {
        last = Math.max(last + 1, clock.getAsLong());
        frame[at] = (byte) linkId;
        for (int i = 0; i < TIME; i++) {
            frame[at + 1 + i] = (byte) (last >>> (8 * i));
        }
        System.arraycopy(hash(key, frame, 0, at + 1 + TIME), 0, frame, at + 1 + TIME, HASH);
    }

    /** Of the key and all of the frame but the hash itself. */
    static byte[] hash(byte[] key, byte[] frame, int from, int to) {
        MessageDigest digest = sha256();
        digest.update(key);
        digest.update(frame, from, to - from);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The time of the last signature. */
    long lastTime() {
        return last;
    }
}
