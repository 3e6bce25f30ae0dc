package skylark.audio.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import skylark.domain.BadInputException;

/** Reads WAV files: PCM of 16 bit, 8 to 96 kHz, 1 to 8 channels; all others are refused by name in one line. */
public final class WavReader {
    /** Nine hours of mono at 16 kHz; an array of Java holds little more. */
    private static final long MAX_BYTES = (1L << 30);

    private WavReader() {}

    /**
     * The whole file as mono at 16 kHz: channels are averaged, then the rate is converted.
     *
     * @throws BadInputException naming the file, what is wrong with it and what was expected
     */
    public static short[] read(Path file) {
        try {
            return parse(bytes(file), file.toString());
        } catch (OutOfMemoryError e) {
            throw new BadInputException(
                    file + ": too long for this program's memory, expected a shorter recording, or SKYLARK_JAVA_OPTS"
                            + " with more, such as -Xmx2g",
                    e);
        }
    }

    /**
     * Looks whether {@link #read} could read it, without doing so.
     *
     * @throws BadInputException as {@link #read} does
     */
    public static void check(Path file) {
        WavHeader.parse(bytes(file), file.toString());
    }

    /** As {@link #read}, from the bytes of a file called {@code name}. */
    static short[] parse(ByteBuffer file, String name) {
        WavHeader header = WavHeader.parse(file, name);
        ShortBuffer samples = file.duplicate()
                .position(header.dataOffset())
                .limit(header.dataOffset() + header.dataBytes())
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        return Resampler.to16k(mono(samples, header.channels()), header.rateHz());
    }

    /** Mapped, so that a long recording is in memory once and not twice. */
    private static ByteBuffer bytes(Path file) {
        if (!Files.exists(file)) {
            throw new BadInputException(file + ": no such file, expected a WAV file");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(file + ": not a file, expected a WAV file");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > MAX_BYTES) {
                throw new BadInputException(
                        file + ": larger than " + MAX_BYTES + " bytes, expected a shorter recording");
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + e.getMessage() + "), expected a WAV file", e);
        }
    }

    private static short[] mono(ShortBuffer samples, int channels) {
        short[] mono = new short[samples.remaining() / channels];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += samples.get();
            }
            mono[i] = (short) Math.round((double) sum / channels);
        }
        return mono;
    }
}
