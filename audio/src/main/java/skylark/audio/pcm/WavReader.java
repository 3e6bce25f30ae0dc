package skylark.audio.pcm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
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
        return parse(bytes(file), file.toString());
    }

    /** As {@link #read}, from the bytes of a file called {@code name}. */
    static short[] parse(byte[] file, String name) {
        WavHeader header = WavHeader.parse(file, name);
        ShortBuffer samples = ByteBuffer.wrap(file, header.dataOffset(), header.dataBytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        return Resampler.to16k(mono(samples, header.channels()), header.rateHz());
    }

    private static byte[] bytes(Path file) {
        if (!Files.exists(file)) {
            throw new BadInputException(file + ": no such file, expected a WAV file");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(file + ": not a file, expected a WAV file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInputException(
                        file + ": larger than " + MAX_BYTES + " bytes, expected a shorter recording");
            }
            return in.readAllBytes();
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
