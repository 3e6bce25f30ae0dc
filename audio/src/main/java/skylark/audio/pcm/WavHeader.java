package skylark.audio.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;

/**
 * Where the samples of a WAV file are, and what they are. Chunks that are not needed are passed over; sizes in the file
 * are believed only as far as the file reaches.
 *
 * @param channels 1 to 8
 * @param rateHz 8000 to 96000
 * @param dataOffset of the first sample, in bytes
 * @param dataBytes of whole frames
 */
record WavHeader(int channels, int rateHz, int dataOffset, int dataBytes) {
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;
    /** The tail of the GUID of PCM; its first two bytes are the format tag. */
    private static final byte[] PCM_GUID_TAIL = {
        0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };

    /**
     * @param file the whole file
     * @param name what to call it in messages
     * @throws BadInputException for anything but PCM of 16 bit that is whole
     */
    static WavHeader parse(ByteBuffer file, String name) {
        if (file.capacity() == 0) {
            throw new BadInputException(name + ": empty file, expected a WAV file");
        }
        ByteBuffer in = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (in.capacity() < 12 || !tag(in, 0).equals("RIFF") || !tag(in, 8).equals("WAVE")) {
            throw new BadInputException(name + ": not a WAV file, expected RIFF and WAVE at its start");
        }
        return chunks(in, name);
    }

    private static WavHeader chunks(ByteBuffer in, String name) {
        @Nullable Format format = null;
        long at = 12;
        while (at + 8 <= in.capacity()) {
            String tag = tag(in, (int) at);
            long size = in.getInt((int) at + 4) & 0xFFFF_FFFFL;
            long body = at + 8;
            long left = in.capacity() - body;
            if (tag.equals("data")) {
                return data(format, (int) body, size, left, name);
            }
            if (size > left) {
                throw truncated(name, "'" + tag.trim() + "'", size, left);
            }
            if (tag.equals("fmt ")) {
                format = Format.parse(in, (int) body, size, name);
            }
            at = body + size + (size & 1);
        }
        throw new BadInputException(name + ": truncated WAV file, expected a data chunk");
    }

    private static WavHeader data(@Nullable Format format, int body, long size, long left, String name) {
        if (format == null) {
            throw new BadInputException(name + ": no fmt chunk before the data chunk, expected one");
        }
        if (size > left) {
            throw truncated(name, "data", size, left);
        }
        int frame = 2 * format.channels;
        int bytes = (int) (size - size % frame);
        if (bytes == 0) {
            throw new BadInputException(name + ": holds no samples, expected at least one");
        }
        return new WavHeader(format.channels, format.rateHz, body, bytes);
    }

    private static BadInputException truncated(String name, String chunk, long size, long left) {
        return new BadInputException(name + ": truncated, its " + chunk + " chunk says " + size
                + " bytes, expected the " + left + " that are there");
    }

    /** Four characters; what is not printable becomes '?', so that a message stays one line. */
    private static String tag(ByteBuffer in, int at) {
        byte[] tag = new byte[4];
        in.get(at, tag);
        for (int i = 0; i < tag.length; i++) {
            tag[i] = tag[i] < ' ' || tag[i] > '~' ? (byte) '?' : tag[i];
        }
        return new String(tag, StandardCharsets.US_ASCII);
    }

    private record Format(int channels, int rateHz) {
        static Format parse(ByteBuffer in, int at, long size, String name) {
            if (size < 16) {
                throw new BadInputException(name + ": fmt chunk of " + size + " bytes, expected 16 or more");
            }
            int channels = in.getShort(at + 2) & 0xFFFF;
            int rateHz = in.getInt(at + 4);
            int bits = in.getShort(at + 14) & 0xFFFF;
            requirePcm(in, at, size, name);
            require(bits == 16, name, bits + " bit samples", "16 bit");
            require(channels >= 1 && channels <= 8, name, channels + " channels", "1 to 8");
            require(
                    rateHz >= 8000 && rateHz <= 96000,
                    name,
                    "a rate of " + (rateHz & 0xFFFF_FFFFL) + " Hz",
                    "8000 to 96000");
            require(
                    (in.getShort(at + 12) & 0xFFFF) == 2 * channels,
                    name,
                    "frames of " + (in.getShort(at + 12) & 0xFFFF) + " bytes",
                    2 * channels + " for " + channels + " channels of 16 bit");
            return new Format(channels, rateHz);
        }

        private static void requirePcm(ByteBuffer in, int at, long size, String name) {
            int tag = in.getShort(at) & 0xFFFF;
            boolean pcm = tag == PCM || (tag == EXTENSIBLE && size >= 40 && isPcmGuid(in, at + 24));
            require(pcm, name, "WAV format " + tag, "PCM (format 1)");
        }

        private static boolean isPcmGuid(ByteBuffer in, int at) {
            boolean same = (in.getShort(at) & 0xFFFF) == PCM;
            for (int i = 0; i < PCM_GUID_TAIL.length; i++) {
                same &= in.get(at + 2 + i) == PCM_GUID_TAIL[i];
            }
            return same;
        }

        private static void require(boolean good, String name, String found, String expected) {
            if (!good) {
                throw new BadInputException(name + ": " + found + ", expected " + expected);
            }
        }
    }
}
