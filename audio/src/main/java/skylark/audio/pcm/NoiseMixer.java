package skylark.audio.pcm;

import skylark.domain.BadInputException;

/** Adds recorded noise to speech at a given signal-to-noise ratio. */
public final class NoiseMixer {
    private static final double HEADROOM = 32000;

    private final short[] noise;
    private final double noiseRms;

    /**
     * @param noise mono, 16 kHz; repeated from its start when it is shorter than the speech
     * @param name what to call it in messages
     * @throws BadInputException when it is empty or silent
     */
    public NoiseMixer(short[] noise, String name) {
        this.noise = noise.clone();
        this.noiseRms = Level.rms(noise, 0, noise.length);
        if (noiseRms == 0) {
            throw new BadInputException(name + ": silent or empty, expected noise that can be mixed");
        }
    }

    /**
     * Speech with noise under it. The ratio is that of the speech's active level to the noise's RMS. When the sum would
     * clip, speech and noise are lowered together, which keeps the ratio.
     *
     * @param start where in the noise to begin, any number of samples
     * @return a new array as long as {@code speech}
     */
    public short[] mix(short[] speech, double snrDb, int start) {
        double speechRms = Level.activeRms(speech);
        double gain = speechRms == 0 ? 1 : speechRms / noiseRms * Level.fromDb(-snrDb);
        double[] sum = new double[speech.length];
        double peak = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = speech[i] + gain * noise[Math.floorMod(start + i, noise.length)];
            peak = Math.max(peak, Math.abs(sum[i]));
        }
        return rounded(sum, peak > HEADROOM ? HEADROOM / peak : 1);
    }

    private static short[] rounded(double[] sum, double scale) {
        short[] mixed = new short[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mixed[i] = (short) Math.round(sum[i] * scale);
        }
        return mixed;
    }
}
