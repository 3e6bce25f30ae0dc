package skylark.models.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A stream that ends in an exception once it has given more than it may: the guard against archives that explode. */
final class LimitedInput extends FilterInputStream {
    private final Supplier<RuntimeException> tooLarge;
    private long left;

    LimitedInput(InputStream in, Supplier<RuntimeException> tooLarge, long mostBytes) {
        super(in);
        this.tooLarge = tooLarge;
        this.left = mostBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw tooLarge.get();
        }
    }
}
