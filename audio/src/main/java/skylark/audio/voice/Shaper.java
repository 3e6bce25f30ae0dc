package skylark.audio.voice;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import skylark.audio.voice.Synthesiser.PcmSink;

/**
 * Makes of the vocoder's 48 kHz what a listener should get: 16 kHz, an even level without clipping, no silence before the
 * first sound and little after the last. Hands over chunks of 10 ms. Allocates nothing per clause.
 */
final class Shaper {
    private static final int CHUNK_SAMPLES = 160;
    /** -40 dBFS. */
    private static final double AUDIBLE = 328;
    /** A little before the first sound, so that its attack is not cut: 5 ms. */
    private static final int LEAD_SAMPLES = 80;
    /** Silence kept within and after a clause: 120 ms. */
    private static final int PAUSE_SAMPLES = 1_920;
    /** Brings the voice to -20 dBFS RMS over speech. */
    private static final double GAIN = 1.6;
    /** From here on the limiter bends the wave. */
    private static final double KNEE = 20_000;

    private static final double ROOM = 32_000 - KNEE;

    private final Decimator decimator = new Decimator();
    private final short[] lead = new short[LEAD_SAMPLES];
    private final short[] chunk = new short[CHUNK_SAMPLES];
    private @Nullable PcmSink sink;
    private int leadAt;
    private int filled;
    private int handedOver;
    private int silence;
    private boolean sounding;

    void begin(PcmSink next) {
        sink = next;
        decimator.reset();
        Arrays.fill(lead, (short) 0);
        leadAt = 0;
        filled = 0;
        handedOver = 0;
        silence = 0;
        sounding = false;
    }

    /** Takes one sample at 48 kHz; false when the listener wants no more. */
    boolean accept(double sample) {
        return !decimator.accept(sample) || shape(limited(decimator.output() * GAIN));
    }

    /** What is left of the last chunk. */
    void end() {
        handOver();
    }

    int handedOver() {
        return handedOver;
    }

    private boolean shape(double value) {
        short sample = (short) value;
        boolean audible = Math.abs(value) >= AUDIBLE;
        if (!sounding) {
            if (!audible) {
                lead[leadAt] = sample;
                leadAt = (leadAt + 1) % LEAD_SAMPLES;
                return true;
            }
            sounding = true;
            for (int i = 0; i < LEAD_SAMPLES; i++) {
                put(lead[(leadAt + i) % LEAD_SAMPLES]);
            }
        }
        silence = audible ? 0 : silence + 1;
        return silence > PAUSE_SAMPLES || put(sample);
    }

    private boolean put(short sample) {
        chunk[filled++] = sample;
        return filled < CHUNK_SAMPLES || handOver();
    }

    private boolean handOver() {
        boolean goOn = filled == 0 || Objects.requireNonNull(sink).accept(chunk, 0, filled);
        handedOver += filled;
        filled = 0;
        return goOn;
    }

    private static double limited(double value) {
        double size = Math.abs(value);
        if (size <= KNEE) {
            return value;
        }
        return Math.signum(value) * (KNEE + ROOM * Math.tanh((size - KNEE) / ROOM));
    }
}
