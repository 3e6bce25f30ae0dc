package skylark.audio.device;

import java.util.List;
import javax.sound.sampled.AudioFormat;
import skylark.audio.pcm.RateConverter;
import skylark.audio.pcm.Resampler;

/** A format that a device of {@code javax.sound} may take, and the way between it and ours. Belongs to one thread. */
final class JavaFormat {
    private static final int PIECE_MS = 10;
    private static final int BYTES = 2;

    private final int rateHz;
    private final int channels;

    JavaFormat(int rateHz, int channels) {
        this.rateHz = rateHz;
        this.channels = channels;
    }

    /** Ours first, which needs no conversion; then what hardware usually has. */
    static List<JavaFormat> candidates() {
        return List.of(
                new JavaFormat(Resampler.RATE_HZ, 1),
                new JavaFormat(48_000, 1),
                new JavaFormat(48_000, 2),
                new JavaFormat(44_100, 2),
                new JavaFormat(44_100, 1),
                new JavaFormat(Resampler.RATE_HZ, 2));
    }

    AudioFormat javaFormat() {
        return new AudioFormat(rateHz, 8 * BYTES, channels, true, false);
    }

    int bytes(int ms) {
        return rateHz * ms / 1_000 * channels * BYTES;
    }

    /** What is read or written at once. */
    int pieceBytes() {
        return bytes(PIECE_MS);
    }

    long durationNs(int bytes) {
        return bytes * 1_000_000_000L / ((long) rateHz * channels * BYTES);
    }

    RateConverter toOurs() {
        return new RateConverter(rateHz, Resampler.RATE_HZ, rateHz * PIECE_MS / 1_000);
    }

    RateConverter fromOurs() {
        return new RateConverter(Resampler.RATE_HZ, rateHz, Resampler.RATE_HZ * PIECE_MS / 1_000);
    }

    boolean isOurs() {
        return rateHz == Resampler.RATE_HZ;
    }

    /** The mean of all channels. */
    int toMono(byte[] from, int bytes, short[] into) {
        int frames = bytes / (channels * BYTES);
        for (int i = 0; i < frames; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                int at = (i * channels + channel) * BYTES;
                sum += (short) (from[at] & 0xff | from[at + 1] << 8);
            }
            into[i] = (short) (sum / channels);
        }
        return frames;
    }

    /** The same on every channel. */
    int fromMono(short[] from, int offset, int count, byte[] into) {
        int at = 0;
        for (int i = offset; i < offset + count; i++) {
            for (int channel = 0; channel < channels; channel++) {
                into[at++] = (byte) from[i];
                into[at++] = (byte) (from[i] >> 8);
            }
        }
        return at;
    }
}
