package skylark.audio.voice;

import java.util.List;
import marytts.features.FeatureVector;

/**
 * The female US English voice cmu-slt-hsmm. Text is analysed sentence by sentence, and sound is handed over while the
 * vocoder makes it: 10 ms first, then 20 ms at a time, at about -20 dBFS. The same text always gives the same samples.
 * Text that cannot be spoken gives none.
 */
public final class MarySynthesiser implements Synthesiser {
    /** Of the speech without its pauses; with them it is about -20 dBFS. */
    private static final double LEVEL = 3600;

    private static final double FRAME_S = 0.005;
    /** Beyond it our recogniser understands clearly less. */
    private static final double FASTEST = 1.5;

    private final AcousticModel model;
    private final ContextTargets targets;
    private final StateSequence states = new StateSequence();
    private final Utterance utterance;
    private final Vocoder vocoder;
    private final Polish polish = new Polish();
    private final double[] frame = new double[Vocoder.FRAME];
    private volatile boolean cancelled;

    private MarySynthesiser(VoiceData voice) {
        this.model = voice.model();
        this.targets = new ContextTargets(voice.pronouncer(), model.definition());
        this.utterance = new Utterance(model.data());
        this.vocoder = new Vocoder(model.data(), utterance.spectrumOrder());
    }

    /**
     * Opens the voice; lexicon and models are read from the class path at the first time in the process.
     *
     * @throws java.io.UncheckedIOException if one is missing or cannot be read
     */
    public static MarySynthesiser open() {
        return new MarySynthesiser(VoiceData.load());
    }

    @Override
    public int synthesise(String clause, double mostS, PcmSink sink) {
        cancelled = false;
        var delivery = new Delivery(sink);
        polish.begin();
        for (Sentence sentence : SpeechText.sentences(clause)) {
            speak(sentence, mostS, delivery);
            if (cancelled || delivery.refused()) {
                return delivery.handed();
            }
        }
        delivery.flush();
        return delivery.handed();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        cancel(); // what was loaded is shared, and lives as long as the process
    }

    private void speak(Sentence sentence, double mostS, Delivery delivery) {
        List<FeatureVector> vectors = targets.vectors(sentence);
        if (vectors.isEmpty()) {
            return;
        }
        model.states(vectors, states);
        states.hurry(mostS / FRAME_S, FASTEST);
        utterance.plan(states);
        polish.gain(LEVEL / utterance.loudness());
        vocoder.begin();
        for (int i = utterance.firstSpeechFrame(); i < utterance.frames() && !cancelled && !delivery.refused(); i++) {
            utterance.render(i, vocoder, frame);
            delivery.add(polish, frame);
        }
    }
}
