package skylark.audio.voice;

import marytts.htsengine.GVModelSet;
import marytts.htsengine.HMMData;

/** The trajectories of one sentence: spectrum, voicing strengths and pitch, frame by frame. Belongs to one thread. */
final class Utterance {
    private final GVModelSet natural;
    private final Loudness loudness;
    private final Trajectory spectrum;
    private final Trajectory strengths;
    private final Trajectory pitch = new Trajectory(1);
    private boolean[] voiced = new boolean[0];
    private double[] pitchHz = new double[0];
    private int firstSpeechFrame;

    Utterance(HMMData voice) {
        natural = voice.getGVModelSet();
        spectrum = new Trajectory(voice.getCartTreeSet().getMcepVsize() / 3);
        loudness = new Loudness(spectrum.order(), voice.getAlpha(), voice.getRate());
        strengths = new Trajectory(voice.getCartTreeSet().getStrVsize() / 3);
    }

    int spectrumOrder() {
        return spectrum.order();
    }

    int frames() {
        return spectrum.frames();
    }

    int firstSpeechFrame() {
        return firstSpeechFrame;
    }

    /** The level that the vocoder will give the speech, pauses left out. */
    double loudness() {
        return loudness.of(spectrum);
    }

    void plan(StateSequence states) {
        int frames = states.frames();
        if (voiced.length < frames) {
            voiced = new boolean[frames];
            pitchHz = new double[frames];
        }
        spectrum.begin(frames);
        strengths.begin(frames);
        pitch.begin(frames);
        voicing(states);
        fill(states);
        spectrum.solve(natural.getGVmeanMgc());
        strengths.solve(natural.getGVmeanStr());
        pitch.solve(natural.getGVmeanLf0());
        spreadPitch(frames);
    }

    /** Sound of one frame. */
    void render(int frame, Vocoder vocoder, double[] samples) {
        vocoder.frame(
                spectrum.values(),
                frame * spectrum.order(),
                strengths.values(),
                frame * strengths.order(),
                pitchHz[frame],
                samples);
    }

    private void voicing(StateSequence states) {
        int frame = 0;
        for (int s = 0; s < states.states(); s++) {
            for (int i = 0; i < states.durations[s]; i++) {
                voiced[frame++] = states.voiced[s];
            }
        }
    }

    private void fill(StateSequence states) {
        int frames = states.frames();
        int frame = 0;
        firstSpeechFrame = -1;
        for (int s = 0; s < states.states(); s++) {
            boolean speech = !states.pause[s];
            if (speech && firstSpeechFrame < 0) {
                firstSpeechFrame = frame;
            }
            for (int i = 0; i < states.durations[s]; i++, frame++) {
                spectrum.add(states.spectrum.means[s], states.spectrum.variances[s], false, speech);
                strengths.add(states.strengths.means[s], states.strengths.variances[s], false, speech);
                if (voiced[frame]) {
                    boolean edge = frame == 0 || frame == frames - 1 || !voiced[frame - 1] || !voiced[frame + 1];
                    pitch.add(states.pitch.means[s], states.pitch.variances[s], edge, speech);
                }
            }
        }
    }

    private void spreadPitch(int frames) {
        int next = 0;
        for (int frame = 0; frame < frames; frame++) {
            pitchHz[frame] = voiced[frame] ? Math.exp(pitch.values()[next++]) : 0;
        }
    }
}
