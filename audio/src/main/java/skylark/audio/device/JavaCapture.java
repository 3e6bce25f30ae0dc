package skylark.audio.device;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.TargetDataLine;
import skylark.audio.pcm.RateConverter;

/** Capture through {@code javax.sound}. Asks first how much is there, for a read may wait for ever. */
final class JavaCapture implements CaptureLine {
    private static final long NAP_NS = 2_000_000;
    private static final int NAPS = 50;
    /** After so many looks in vain the device is looked for. */
    private static final int LOST_LOOKS = 5;

    private final TargetDataLine line;
    private final JavaFormat format;
    private final BooleanSupplier present;
    private final RateConverter converter;
    private final byte[] bytes;
    private final short[] mono;
    private final short[] converted;
    private int inVain;
    private int made;
    private int given;

    /** @param present whether the device is still there */
    JavaCapture(TargetDataLine line, JavaFormat format, BooleanSupplier present) {
        this.line = line;
        this.format = format;
        this.present = present;
        this.converter = format.toOurs();
        this.bytes = new byte[format.pieceBytes()];
        this.mono = new short[bytes.length / 2];
        this.converted = new short[converter.most(mono.length)];
    }

    @Override
    public int read(short[] into) throws DeviceFailure {
        if (given == made) {
            given = 0;
            made = piece();
        }
        int count = Math.min(into.length, made - given);
        System.arraycopy(converted, given, into, 0, count);
        given += count;
        return count;
    }

    private int piece() throws DeviceFailure {
        for (int i = 0; i < NAPS && line.available() < bytes.length; i++) {
            LockSupport.parkNanos(NAP_NS);
        }
        int read = line.available() < bytes.length ? 0 : line.read(bytes, 0, bytes.length);
        inVain = read > 0 ? 0 : inVain + 1;
        if (read < 0 || inVain >= LOST_LOOKS && !present.getAsBoolean()) {
            throw new DeviceFailure(DeviceState.LOST, "gives no more sound");
        }
        int frames = format.toMono(bytes, read, mono);
        if (format.isOurs()) {
            System.arraycopy(mono, 0, converted, 0, frames);
            return frames;
        }
        return converter.convert(mono, 0, frames, converted);
    }

    @Override
    public long latencyNs() {
        return format.durationNs(line.available());
    }

    @Override
    public void close() {
        line.close();
    }
}
