package skylark.audio.voice;

import java.util.Arrays;

/**
 * What the vocal folds and the breath give: pulses at the pitch and noise, each through a filter that the strengths of
 * voicing set anew every frame. The noise starts from the same seed at every utterance, so that equal text gives equal
 * sound. No allocation after construction; belongs to one thread.
 */
final class Excitation {
    private static final int SEED = 0x5EED1E55;

    private final double[][] bands;
    private final int taps;
    private final double[] pulseFilter;
    private final double[] noiseFilter;
    private final double[] pulses;
    private final double[] noises;
    private int at;
    private int noise;
    private double period;
    private double periodStep;
    private double phase;

    /**
     * @param bands one filter a band, equally long
     */
    Excitation(double[][] bands) {
        this.bands = bands;
        this.taps = bands[0].length;
        this.pulseFilter = new double[taps];
        this.noiseFilter = new double[taps];
        this.pulses = new double[2 * taps];
        this.noises = new double[2 * taps];
    }

    void reset() {
        Arrays.fill(pulses, 0);
        Arrays.fill(noises, 0);
        at = 0;
        noise = SEED;
        period = 0;
        phase = 0;
    }

    /**
     * @param nextPeriod samples from pulse to pulse at the end of this frame; 0 where there is no voice
     * @param strengths share of voicing by band, 0 to 1
     */
    void frame(double nextPeriod, double[] strengths, int offset, int samples) {
        if (period == 0 || nextPeriod == 0) {
            period = nextPeriod;
            phase = nextPeriod;
            periodStep = 0;
        } else {
            periodStep = (nextPeriod - period) / samples;
        }
        Arrays.fill(pulseFilter, 0);
        Arrays.fill(noiseFilter, 0);
        for (int band = 0; band < bands.length; band++) {
            double strength = strengths[offset + band];
            for (int k = 0; k < taps; k++) {
                pulseFilter[k] += strength * bands[band][k];
                noiseFilter[k] += (1 - strength) * bands[band][k];
            }
        }
    }

    double sample() {
        double pulse = 0;
        if (period > 0) {
            phase += 1;
            if (phase >= period) {
                phase -= period;
                pulse = Math.sqrt(period);
            }
            period += periodStep;
        }
        noise ^= noise << 13;
        noise ^= noise >>> 17;
        noise ^= noise << 5;
        return shaped(pulse, (noise & 1) == 0 ? 1 : -1);
    }

    /** Both histories lie twice in their buffers, so that a window over them is one piece. */
    private double shaped(double pulse, double white) {
        at = at == 0 ? taps - 1 : at - 1;
        pulses[at] = pulse;
        pulses[at + taps] = pulse;
        noises[at] = white;
        noises[at + taps] = white;
        double sum = 0;
        for (int k = 0; k < taps; k++) {
            sum += pulseFilter[k] * pulses[at + k] + noiseFilter[k] * noises[at + k];
        }
        return sum;
    }
}
