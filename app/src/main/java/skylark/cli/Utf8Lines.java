package skylark.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;

/** Reads lines of UTF-8 one by one, each whole or refused; a bad line does not spoil the next. Belongs to one thread. */
final class Utf8Lines {
    static final int LONGEST_BYTES = 1 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Utf8Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws BadInputException when it is too long or not UTF-8; the next call reads on behind it
     */
    @Nullable String next() throws IOException {
        line.reset();
        int bytes = 0;
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (++bytes <= LONGEST_BYTES) {
                line.write(next);
            }
        }
        if (bytes > LONGEST_BYTES) {
            throw new BadInputException("longer than 1 MiB, expected one JSON object a line");
        }
        return decoded();
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            throw new BadInputException("not UTF-8 text, expected one JSON object a line", e);
        }
    }
}
