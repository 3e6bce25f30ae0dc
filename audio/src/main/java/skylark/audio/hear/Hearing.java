package skylark.audio.hear;

import java.util.function.Consumer;
import skylark.audio.hear.Endpoint.Step;
import skylark.audio.hear.HearingEvent.ActionCommit;
import skylark.audio.hear.HearingEvent.PartialChanged;
import skylark.audio.hear.HearingEvent.SpeechCommit;
import skylark.audio.hear.HearingEvent.SpeechPaused;
import skylark.audio.hear.HearingEvent.SpeechResumed;
import skylark.audio.hear.HearingEvent.SpeechStarted;
import skylark.audio.hear.HearingEvent.TurnCut;
import skylark.audio.hear.HearingEvent.TurnDiscarded;
import skylark.audio.hear.Recogniser.Transcript;

/**
 * The ear that decides when a turn begins and ends: speech detector, phrase-list recogniser and endpoint. The recogniser
 * sleeps while nobody speaks. In the first frame of silence it is asked for its final words, a frame or more before the
 * endpoint needs them; a few frames later when they did not do for a commit; and once more before the action commit, so
 * that the vehicle acts on all that was said. Between these looks, words do not change in silence.
 *
 * <p>One thread owns it and everything that it was made of; events come on that thread, during {@link #accept}.
 */
public final class Hearing implements AutoCloseable {
    /** About 12 ms of work a step for the phrase-list recogniser; two seconds are caught up within 5 frames. */
    private static final int BURST = 12;

    private final SpeechDetector detector;
    private final TurnEar ear;
    private final Endpoint endpoint;
    private final Consumer<HearingEvent> events;
    private final SpeechGate gate;
    private final int lookAgain;
    private final int lastLook;
    private final PreRoll preRoll = new PreRoll();
    private final SignalToNoise quality = new SignalToNoise();
    private String words = "";

    /** Takes ownership of the detector, the gate and the recogniser. */
    public Hearing(
            SpeechDetector detector,
            SpeechGate gate,
            Recogniser recogniser,
            Endpoint endpoint,
            Consumer<HearingEvent> events) {
        this.detector = detector;
        this.gate = gate;
        this.ear = new TurnEar(recogniser, BURST, endpoint.rules().capFrames() + 1 + PreRoll.FRAMES);
        this.endpoint = endpoint;
        this.lookAgain = endpoint.rules().lookAgain();
        this.lastLook = endpoint.rules().lastLook();
        this.events = events;
    }

    /**
     * Hears the next frame.
     *
     * @param frame {@link SpeechDetector#FRAME_SAMPLES} samples, mono, 16 kHz; free again on return
     * @param index counts frames from 0 without gaps
     */
    public void accept(short[] frame, long index) {
        gate.accept(detector.speechProbability(frame, 0));
        quality.accept(frame, !gate.silent());
        preRoll.add(frame, index);
        if (endpoint.inTurn()) {
            ear.accept(frame, !gate.silent() || gate.silentFrames() <= lastLook);
            listen(index);
        }
        report(endpoint.advance(gate, words), index);
    }

    private void listen(long index) {
        if (mustLook(gate.silentFrames())) {
            look(index);
        } else if (!gate.silent()) {
            update(ear.partial(), index);
        }
    }

    private boolean mustLook(int silentFrames) {
        return silentFrames == 1 || silentFrames == lastLook || (silentFrames == lookAgain && !endpoint.committed());
    }

    private void look(long index) {
        Transcript transcript = ear.peek();
        events.accept(new SpeechPaused(transcript, index));
        update(transcript.text(), index);
    }

    private void update(String now, long index) {
        if (!now.equals(words)) {
            words = now;
            events.accept(new PartialChanged(now, index));
        }
    }

    private void report(Step step, long index) {
        switch (step) {
            case NOTHING -> {}
            case STARTED -> start(index);
            case SPEECH_COMMIT -> commit(index);
            case RESUMED -> events.accept(new SpeechResumed(index));
            case ACTION_COMMIT -> end(new ActionCommit(index));
            case DISCARDED -> end(new TurnDiscarded(quality.db(), index));
        }
    }

    private void start(long index) {
        events.accept(new SpeechStarted(index, preRoll.oldest()));
        ear.accept(preRoll);
        listen(index);
    }

    /** In silence there has been a look already; a turn that is cut at its longest is looked at now. */
    private void commit(long index) {
        if (!gate.silent()) {
            look(index);
            events.accept(new TurnCut(index));
        }
        events.accept(new SpeechCommit(ear.peeked(), quality.db(), index));
    }

    private void end(HearingEvent last) {
        ear.reset();
        quality.reset();
        words = "";
        events.accept(last);
    }

    /** Whether the last frame was silence. */
    public boolean silent() {
        return gate.silent();
    }

    @Override
    public void close() {
        ear.close();
        detector.close();
    }
}
