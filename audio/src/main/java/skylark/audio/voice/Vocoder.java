package skylark.audio.voice;

import marytts.htsengine.HMMData;

/**
 * Trajectories to sound, frame by frame. The voice was trained at 48 kHz; its spectra are brought down to 16 kHz, which
 * makes the filter about four times cheaper than making and halving the rest. No allocation after construction; belongs to
 * one thread.
 */
final class Vocoder {
    static final int RATE_HZ = 16_000;
    static final int FRAME = 80;

    private static final int ORDER = 24;
    private static final double ALPHA = 0.42;

    private final SpectrumWarp warp;
    private final MlsaFilter filter = new MlsaFilter(ORDER, ALPHA);
    private final Excitation excitation;
    private final double[] current = new double[ORDER + 1];
    private final double[] target = new double[ORDER + 1];
    private boolean fresh = true;

    /**
     * @param spectrumOrder mel-cepstral coefficients of the voice, c0 included
     */
    Vocoder(HMMData voice, int spectrumOrder) {
        warp = new SpectrumWarp(spectrumOrder, voice.getAlpha(), voice.getRate(), ORDER + 1, ALPHA, RATE_HZ, 1);
        excitation = new Excitation(ExcitationBands.resample(voice.getMixFilters(), voice.getRate(), RATE_HZ));
    }

    void begin() {
        filter.reset();
        excitation.reset();
        fresh = true;
    }

    /**
     * @param spectrum, strengths one frame of each, at its offset
     * @param pitchHz 0 where there is no voice
     * @param samples takes {@link #FRAME} of them
     */
    void frame(
            double[] spectrum, int spectrumAt, double[] strengths, int strengthsAt, double pitchHz, double[] samples) {
        warp.apply(spectrum, spectrumAt, target);
        filter.coefficients(target);
        if (fresh) {
            System.arraycopy(target, 0, current, 0, target.length);
            fresh = false;
        }
        excitation.frame(pitchHz > 0 ? RATE_HZ / pitchHz : 0, strengths, strengthsAt, FRAME);
        for (int m = 0; m <= ORDER; m++) {
            target[m] = (target[m] - current[m]) / FRAME;
        }
        for (int i = 0; i < FRAME; i++) {
            samples[i] = filter.filter(excitation.sample(), current);
            for (int m = 0; m <= ORDER; m++) {
                current[m] += target[m];
            }
        }
    }
}
