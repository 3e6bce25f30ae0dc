package skylark.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.Arbiter;
import skylark.audio.hear.Hearing;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;
import skylark.watchdog.TurnDeadline;
import skylark.watchdog.WatchdogStage;

/** Speech detection, the phrase-list recogniser and the endpoint; the commit, and with it the deadline, begins here. */
public final class HearingStage implements Stage {
    private final Link<Frame> frames;
    private final Hearing hearing;
    private final Link<OpenEarMessage> openEar;
    private final Link<MindMessage> mind;
    private final WatchdogStage watchdog;
    private final LongSupplier fallbackAfterNs;
    private final AtomicLong turns;
    private final StopLine stops;
    private final StopSpotter spotter = new StopSpotter();
    private final NanoClock clock;
    private long turn;
    /** The words about which the open ear was asked last in this turn. */
    private @Nullable String asked;

    /**
     * @param ear makes the ear, given where its events go
     * @param fallbackAfterNs from the commit to the moment at which the fallback is told to sound
     * @param turns counts the turns; shared with the stage that follows when this one is replaced
     * @param stops told of a stop as soon as it is heard
     */
    HearingStage(
            Link<Frame> frames,
            Function<Consumer<HearingEvent>, Hearing> ear,
            Link<OpenEarMessage> openEar,
            Link<MindMessage> mind,
            WatchdogStage watchdog,
            LongSupplier fallbackAfterNs,
            AtomicLong turns,
            StopLine stops,
            NanoClock clock) {
        this.frames = frames;
        this.hearing = ear.apply(this::onEvent);
        this.openEar = openEar;
        this.mind = mind;
        this.watchdog = watchdog;
        this.fallbackAfterNs = fallbackAfterNs;
        this.turns = turns;
        this.stops = stops;
        this.clock = clock;
    }

    @Override
    public String roleName() {
        return "hearing";
    }

    /** Whatever turn the stage before this one was in, its end will not be heard. */
    @Override
    public void onStart() {
        mind.offer(new MindMessage.HearingBegan());
        openEar.offer(OpenEarMessage.Command.FINISH);
    }

    @Override
    public int doWork(long nowNs) {
        Frame frame = frames.poll();
        if (frame == null) {
            return 0;
        }
        openEar.offer(frame);
        hearing.accept(frame.samples, frame.index);
        if (spotter.stopsAt(frame.index, hearing.silent())) {
            stops.stop(turn);
        }
        return 1;
    }

    @Override
    public void onClose() {
        hearing.close();
    }

    private void onEvent(HearingEvent event) {
        if (Thread.currentThread().isInterrupted()) {
            return; // retired while it was stuck: another stage hears by now
        }
        long nowNs = clock.nanoTime();
        if (event instanceof HearingEvent.SpeechStarted) {
            turn = turns.incrementAndGet();
            asked = null;
            spotter.begin();
        } else if (event instanceof HearingEvent.PartialChanged partial) {
            spotter.words(partial.words(), partial.frame());
        }
        TurnDeadline deadline = event instanceof HearingEvent.SpeechCommit ? arm(nowNs) : null;
        mind.offer(new MindMessage.Heard(event, turn, nowNs, deadline));
        tellOpenEar(event);
    }

    private void tellOpenEar(HearingEvent event) {
        if (event instanceof HearingEvent.SpeechStarted) {
            openEar.offer(OpenEarMessage.Command.START);
        } else if (event instanceof HearingEvent.SpeechPaused paused) {
            ask(paused.transcript());
        } else if (event instanceof HearingEvent.ActionCommit) {
            openEar.offer(OpenEarMessage.Command.FINISH);
        } else if (event instanceof HearingEvent.TurnDiscarded) {
            openEar.offer(OpenEarMessage.Command.DISCARD);
        }
    }

    /** In a pause already, two frames or more before the commit that may need the answer; once for the same words. */
    private void ask(Transcript heard) {
        if (!Arbiter.trusts(heard) && !heard.text().equals(asked)) {
            asked = heard.text();
            openEar.offer(OpenEarMessage.Command.REPORT);
        }
    }

    private TurnDeadline arm(long commitNs) {
        TurnDeadline deadline = new TurnDeadline(turn, commitNs, commitNs + fallbackAfterNs.getAsLong());
        watchdog.arm(deadline);
        return deadline;
    }
}
