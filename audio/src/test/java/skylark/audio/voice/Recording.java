package skylark.audio.voice;

import java.util.Arrays;

/** Keeps what a synthesiser hands over. */
final class Recording implements Synthesiser.PcmSink {
    private final int acceptedChunks;
    private short[] samples = new short[0];
    private int chunks;

    Recording() {
        this(Integer.MAX_VALUE);
    }

    /** Refuses more after this many chunks. */
    Recording(int acceptedChunks) {
        this.acceptedChunks = acceptedChunks;
    }

    @Override
    public boolean accept(short[] source, int offset, int length) {
        int at = samples.length;
        samples = Arrays.copyOf(samples, at + length);
        System.arraycopy(source, offset, samples, at, length);
        return ++chunks < acceptedChunks;
    }

    short[] samples() {
        return samples;
    }

    int chunks() {
        return chunks;
    }

    int peak() {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    double levelDb() {
        double power = 0;
        for (short sample : samples) {
            power += (double) sample * sample;
        }
        return 10 * Math.log10(power / samples.length / 32768 / 32768);
    }

    /** Samples before the first above -40 dBFS. */
    int leadingSilence() {
        int at = 0;
        while (at < samples.length && Math.abs(samples[at]) < 328) {
            at++;
        }
        return at;
    }

    int trailingSilence() {
        int at = 0;
        while (at < samples.length && Math.abs(samples[samples.length - 1 - at]) < 328) {
            at++;
        }
        return at;
    }
}
