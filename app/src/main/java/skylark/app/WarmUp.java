package skylark.app;

import java.util.Map;
import skylark.audio.hear.Recogniser;
import skylark.audio.hear.SpeechDetector;
import skylark.audio.voice.CachedSynthesiser;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/**
 * Goes once through everything that is slow the first time, so that the first turn is no slower than the second: silence
 * through the detector and the recogniser, words through the encoder, the model and the voice.
 */
final class WarmUp {
    private static final int ROUNDS = 6;
    private static final int FRAMES = 40;

    private final Models models;
    private final CachedSynthesiser voice;

    WarmUp(Models models, CachedSynthesiser voice) {
        this.models = models;
        this.voice = voice;
    }

    void run() {
        Thread ears = new Thread(this::warmEars, "warm-up");
        ears.start();
        warmWords();
        voice.prepare(Skylark.closedPhrases());
        try {
            ears.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void warmEars() {
        short[] silence = new short[SpeechDetector.FRAME_SAMPLES];
        try (SpeechDetector detector = models.openDetector();
                Recogniser recogniser = models.vosk.open()) {
            for (int i = 0; i < FRAMES; i++) {
                detector.speechProbability(silence, 0);
                recogniser.accept(silence, silence.length);
            }
        }
    }

    private void warmWords() {
        VehicleState state = VehicleState.hover();
        String[] topics = {"query.battery", "query.altitude", "query.wind"};
        for (int i = 0; i < ROUNDS; i++) {
            models.understander.understand("how are things looking around the place " + i);
            String topic = topics[i % topics.length];
            ReplyRequest request = new ReplyRequest(Act.ANSWER, topic, Slots.NONE, null, Map.of(), "", state);
            String spoken = models.writer.write(request).text();
            voice.synthesise(spoken, (samples, offset, length) -> true);
        }
    }
}
