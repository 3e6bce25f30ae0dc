package skylark.telemetry.journal;

import java.security.SecureRandom;

/**
 * Makes ULIDs: 48 bits of milliseconds and 80 of chance in Crockford's base 32, in the order in which they were made even
 * within one millisecond and when the wall clock steps back. Any thread.
 */
public final class Ulid {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final long LOW_MASK = (1L << 40) - 1;

    private final SecureRandom random = new SecureRandom();
    private long lastMs = -1;
    private long high;
    private long low;

    public synchronized String next(long wallMs) {
        if (wallMs > lastMs) {
            lastMs = wallMs;
            high = random.nextLong() & LOW_MASK;
            low = random.nextLong() & LOW_MASK;
        } else if (low < LOW_MASK) {
            low++;
        } else {
            low = 0;
            high++;
        }
        char[] text = new char[26];
        write(text, 0, 10, lastMs);
        write(text, 10, 18, high);
        write(text, 18, 26, low);
        return new String(text);
    }

    private static void write(char[] text, int from, int to, long value) {
        long rest = value;
        for (int i = to - 1; i >= from; i--) {
            text[i] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
    }
}
