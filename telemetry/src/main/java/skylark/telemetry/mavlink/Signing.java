package skylark.telemetry.mavlink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;

/**
 * MAVLink 2 signing with a key from a file: what we send is signed, what is not signed does not count. The time that was
 * signed last is kept beside the key, some minutes ahead, so that it rises over restarts even when the clock is wrong.
 */
final class Signing {
    private static final Logger LOG = LoggerFactory.getLogger(Signing.class);
    private static final int KEY_BYTES = 32;
    private static final int LINK_ID = 191;
    private static final long EPOCH_S = Instant.parse("2015-01-01T00:00:00Z").getEpochSecond();
    /** Ten minutes in units of 10 microseconds. */
    private static final long RESERVE = 60_000_000;

    private final byte[] key;
    private final Path marks;
    private final LongSupplier clock;
    private long reserved;

    private Signing(byte[] key, Path marks, LongSupplier clock) {
        this.key = key;
        this.marks = marks;
        this.clock = clock;
        this.reserved = read(marks);
    }

    /** @param keyFile 32 bytes, or 64 hexadecimal digits */
    static Signing of(Path keyFile, LongSupplier clock) {
        return new Signing(key(keyFile), keyFile.resolveSibling(keyFile.getFileName() + ".time"), clock);
    }

    static long systemTime() {
        Instant now = Instant.now();
        return (now.getEpochSecond() - EPOCH_S) * 100_000 + now.getNano() / 10_000;
    }

    private static byte[] key(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
            if (text.matches("[0-9a-f]{64}")) {
                return HexFormat.of().parseHex(text);
            }
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
            throw new BadInputException("vehicle.signing_key: " + file
                    + ": expected 32 bytes or 64 hexadecimal digits, got " + bytes.length + " bytes");
        } catch (IOException e) {
            throw new BadInputException("vehicle.signing_key: " + file + ": cannot be read", e);
        }
    }

    private static long read(Path marks) {
        try {
            return Files.exists(marks) ? Long.parseLong(Files.readString(marks).strip()) : 0;
        } catch (IOException | NumberFormatException e) {
            throw new BadInputException("vehicle.signing_key: " + marks + ": expected a number", e);
        }
    }

    Signer signer() {
        long first = reserved;
        return new Signer(key, LINK_ID, () -> reserve(Math.max(first, clock.getAsLong())));
    }

    Verifier verifier() {
        return new Verifier(key, clock);
    }

    /** A later start begins behind everything that this one may sign. */
    private long reserve(long time) {
        if (time >= reserved) {
            reserved = time + RESERVE;
            try {
                Files.writeString(marks, Long.toString(reserved));
            } catch (IOException e) {
                LOG.warn("{} cannot be written: after a restart the vehicle may refuse our signatures", marks);
            }
        }
        return time;
    }
}
