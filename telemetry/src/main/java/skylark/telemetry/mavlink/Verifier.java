package skylark.telemetry.mavlink;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets signed frames pass that are right and new: within each stream (system, component, link) the time rises. A new
 * stream may not begin more than a minute behind what was signed last. Owned by one thread.
 */
final class Verifier {
    private static final long MINUTE = 6_000_000;
    private static final int MOST_STREAMS = 64;

    private final byte[] key;
    private final LongSupplier now;
    private final Map<Integer, Long> streams = new HashMap<>();

    /** @param now in units of 10 microseconds since 2015 */
    Verifier(byte[] key, LongSupplier now) {
        this.key = key.clone();
        this.now = now;
    }

    boolean accepts(byte[] bytes, int at, int size) {
        boolean signed = (bytes[at] & 0xFF) == FrameWriter.START_V2 && bytes[at + 2] == FrameWriter.SIGNED;
        if (!signed) {
            return false;
        }
        int trailer = at + size - Signer.TRAILER;
        int hashAt = at + size - Signer.HASH;
        byte[] expected = Arrays.copyOf(Signer.hash(key, bytes, at, hashAt), Signer.HASH);
        byte[] given = Arrays.copyOfRange(bytes, hashAt, hashAt + Signer.HASH);
        return MessageDigest.isEqual(expected, given) && isNew(stream(bytes, at, trailer), time(bytes, trailer + 1));
    }

    private boolean isNew(int stream, long time) {
        Long before = streams.get(stream);
        boolean fresh = before == null ? mayBegin(time) : time > before;
        if (fresh) {
            streams.put(stream, time);
        }
        return fresh;
    }

    private boolean mayBegin(long time) {
        return streams.size() < MOST_STREAMS && time > now.getAsLong() - MINUTE;
    }

    private static int stream(byte[] bytes, int at, int trailer) {
        return (bytes[at + 5] & 0xFF) << 16 | (bytes[at + 6] & 0xFF) << 8 | (bytes[trailer] & 0xFF);
    }

    private static long time(byte[] bytes, int at) {
        long time = 0;
        for (int i = Signer.TIME - 1; i >= 0; i--) {
            time = time << 8 | (bytes[at + i] & 0xFF);
        }
        return time;
    }
}
