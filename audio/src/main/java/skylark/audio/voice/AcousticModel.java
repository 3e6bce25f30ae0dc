package skylark.audio.voice;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import marytts.exceptions.MaryConfigurationException;
import marytts.features.FeatureDefinition;
import marytts.features.FeatureVector;
import marytts.htsengine.CartTreeSet;
import marytts.htsengine.HMMData;
import marytts.htsengine.HTSModel;
import marytts.util.io.PropertiesAccessor;

/** The hidden Markov models of the voice: context features to states. Safe for several threads. */
final class AcousticModel {
    static final String VOICE = "cmu-slt-hsmm";

    private static final String CONFIG = "/marytts/voice/CmuSltHsmm/voice.config";
    /** Longest pause inside an utterance and at its end, in frames of 5 ms. */
    private static final int PAUSE_FRAMES = 36;

    private static final int LAST_PAUSE_FRAMES = 14;
    private static final int PITCH_WINDOWS = 3;

    private final HMMData data = new HMMData();
    private final CartTreeSet trees;
    private final FeatureDefinition definition;
    private final int phoneFeature;

    AcousticModel() throws IOException, MaryConfigurationException {
        var config = new Properties();
        try (InputStream in = HMMData.class.getResourceAsStream(CONFIG)) {
            if (in == null) {
                throw new IOException(CONFIG + " is not on the class path, expected it in voice-cmu-slt-hsmm");
            }
            config.load(in);
        }
        data.initHMMData(new PropertiesAccessor(config, false, null), VOICE);
        trees = data.getCartTreeSet();
        definition = data.getFeatureDefinition();
        phoneFeature = definition.getFeatureIndex("phone");
    }

    FeatureDefinition definition() {
        return definition;
    }

    HMMData data() {
        return data;
    }

    /** Replaces what {@code states} held by the states of these phones and pauses. */
    void states(List<FeatureVector> vectors, StateSequence states) {
        states.clear();
        double durationError = 0;
        for (int i = 0; i < vectors.size(); i++) {
            FeatureVector vector = vectors.get(i);
            var model = new HTSModel(trees.getNumStates());
            model.setPhoneName(vector.getFeatureAsString(phoneFeature, definition));
            durationError = trees.searchDurInCartTree(model, vector, data, durationError);
            trees.searchLf0InCartTree(model, vector, definition, data.getUV());
            trees.searchMgcInCartTree(model, vector, definition);
            trees.searchStrInCartTree(model, vector, definition);
            boolean pause = model.getPhoneName().equals("_");
            if (pause) {
                shorten(model, i == vectors.size() - 1 ? LAST_PAUSE_FRAMES : PAUSE_FRAMES);
            }
            append(model, pause, states);
        }
    }

    private void shorten(HTSModel pause, int mostFrames) {
        int total = pause.getTotalDur();
        for (int state = 0; total > mostFrames && state < trees.getNumStates(); state++) {
            pause.setDur(state, Math.max(1, pause.getDur(state) * mostFrames / total));
        }
    }

    private void append(HTSModel model, boolean pause, StateSequence states) {
        for (int s = 0; s < trees.getNumStates(); s++) {
            int at = states.add(model.getDur(s), model.getVoiced(s), pause);
            states.spectrum.set(
                    at, model.getMean(HMMData.FeatureType.MGC, s), model.getVariance(HMMData.FeatureType.MGC, s));
            states.strengths.set(
                    at, model.getMean(HMMData.FeatureType.STR, s), model.getVariance(HMMData.FeatureType.STR, s));
            var mean = new double[PITCH_WINDOWS];
            var variance = new double[PITCH_WINDOWS];
            for (int w = 0; w < PITCH_WINDOWS; w++) {
                mean[w] = model.getLf0Mean(s, w);
                variance[w] = model.getLf0Variance(s, w);
            }
            states.pitch.set(at, mean, variance);
        }
    }
}
