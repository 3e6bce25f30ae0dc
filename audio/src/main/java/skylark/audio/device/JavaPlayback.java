package skylark.audio.device;

import javax.sound.sampled.SourceDataLine;
import skylark.audio.pcm.RateConverter;

/** Playback through {@code javax.sound}. */
final class JavaPlayback implements PlaybackLine {
    private static final int PIECE_SAMPLES = 160;

    private final SourceDataLine line;
    private final JavaFormat format;
    private final RateConverter converter;
    private final short[] converted;
    private final byte[] bytes;

    JavaPlayback(SourceDataLine line, JavaFormat format) {
        this.line = line;
        this.format = format;
        this.converter = format.fromOurs();
        this.converted = new short[converter.most(PIECE_SAMPLES)];
        this.bytes = new byte[converted.length * 4];
    }

    @Override
    public void write(short[] samples, int offset, int length) throws DeviceFailure {
        for (int at = 0; at < length; at += PIECE_SAMPLES) {
            piece(samples, offset + at, Math.min(PIECE_SAMPLES, length - at));
        }
    }

    private void piece(short[] samples, int offset, int count) throws DeviceFailure {
        int size = format.isOurs()
                ? format.fromMono(samples, offset, count, bytes)
                : format.fromMono(converted, 0, converter.convert(samples, offset, count, converted), bytes);
        if (line.write(bytes, 0, size) < size) {
            throw new DeviceFailure(DeviceState.LOST, "takes no more sound");
        }
    }

    @Override
    public void flush() {
        line.flush();
    }

    @Override
    public void look() throws DeviceFailure {
        if (!line.isOpen()) {
            throw new DeviceFailure(DeviceState.LOST, "was closed");
        }
    }

    @Override
    public long latencyNs() {
        return format.durationNs(line.getBufferSize() - line.available());
    }

    @Override
    public void close() {
        line.close();
    }
}
