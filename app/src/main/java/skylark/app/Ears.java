package skylark.app;

import java.util.function.Consumer;
import skylark.audio.hear.Endpoint;
import skylark.audio.hear.EndpointRules;
import skylark.audio.hear.Hearing;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.SpeechDetector;
import skylark.audio.hear.SpeechGate;
import skylark.config.Settings;

/** Makes ears of the loaded models, as the settings want them. */
final class Ears {
    private final Models models;
    private final Settings.Endpoint settings;

    Ears(Models models, Settings.Endpoint settings) {
        this.models = models;
        this.settings = settings;
    }

    EndpointRules rules() {
        return new EndpointRules(
                frames(settings.completeMs()),
                Math.min(frames(settings.openMs()), frames(settings.completeMs()) + 1),
                frames(settings.openMs()),
                frames(settings.incompleteMs()),
                EndpointRules.DEFAULT.discardFrames(),
                frames(settings.actionMs()),
                frames(settings.longestS() * 1_000));
    }

    Hearing open(EndpointRules rules, Consumer<HearingEvent> events) {
        EndJudge judge = new EndJudge(models.understander.beside(), models.phrases.endOdds()::of);
        SpeechGate gate = new SpeechGate((float) settings.speechProbability(), frames(settings.onsetMs()));
        return new Hearing(models.openDetector(), gate, models.openEar(), new Endpoint(rules, judge), events);
    }

    private static int frames(int ms) {
        return Math.max(1, Math.round(ms * 16f / SpeechDetector.FRAME_SAMPLES));
    }
}
