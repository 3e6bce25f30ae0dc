package skylark.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a recorder in the room heard: the operator on the left, the assistant on the right, 48 kHz. */
record Room(short[] operator, short[] assistant) {
    private static final int RATE_HZ = 48_000;
    private static final int LOUD = 1_000;
    private static final int AUDIBLE = 328;

    static Room read(Path raw) throws IOException {
        ShortBuffer samples = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int frames = samples.remaining() / 2;
        short[] left = new short[frames];
        short[] right = new short[frames];
        for (int i = 0; i < frames; i++) {
            left[i] = samples.get(2 * i);
            right[i] = samples.get(2 * i + 1);
        }
        return new Room(left, right);
    }

    /** When the operator began to say this recording (16 kHz), in seconds, looked for from {@code fromS} on. */
    double saidS(short[] recording, double fromS) {
        double heardS = firstS(operator, RATE_HZ, fromS, LOUD);
        return heardS - firstS(recording, 16_000, 0, LOUD);
    }

    /** When the assistant was first heard after {@code fromS}. */
    double repliedS(double fromS) {
        return firstS(assistant, RATE_HZ, fromS, AUDIBLE);
    }

    private static double firstS(short[] samples, int rateHz, double fromS, int least) {
        for (int i = (int) Math.max(0, fromS * rateHz); i < samples.length; i++) {
            if (Math.abs((int) samples[i]) >= least) {
                return (double) i / rateHz;
            }
        }
        return Double.NaN;
    }

    /** What the assistant said from then on, for so long, 16 kHz. */
    short[] assistantFrom(double fromS, double lengthS) {
        short[] heard = new short[(int) (lengthS * 16_000)];
        for (int i = 0; i < heard.length; i++) {
            int at = (int) (fromS * RATE_HZ) + 3 * i;
            heard[i] = at + 2 < assistant.length
                    ? (short) ((assistant[at] + assistant[at + 1] + assistant[at + 2]) / 3)
                    : 0;
        }
        return heard;
    }
}
