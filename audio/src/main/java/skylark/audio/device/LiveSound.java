package skylark.audio.device;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import skylark.audio.voice.Loudspeaker;
import skylark.audio.voice.Pacer;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.StageRunner;

/** A microphone and a loudspeaker that come and go, each on a thread of its own, and the watch over both. */
public final class LiveSound implements AutoCloseable {
    private static final int HEARD_BLOCKS = 64;
    /** Playback is as far ahead as the device's buffer holds, 200 ms at most; what is more was not taken in time. */
    private static final int SAID_BLOCKS = 32;

    private static final int NEWS = 64;

    private final Link<SoundBlock> heard;
    private final Link<SoundBlock> said;
    private final AtomicInteger flushes = new AtomicInteger();
    private final AtomicLong playbackLatencyNs = new AtomicLong();
    private final NanoClock clock;
    private final int bufferMs;
    private final StageRunner microphone;
    private final StageRunner loudspeaker;
    private final StageRunner watch;

    /**
     * Which devices.
     *
     * @param input full name; empty for the system's default, whichever it is at the time
     * @param output as {@code input}
     * @param bufferMs of sound that a device may hold
     */
    public record Names(String input, String output, int bufferMs) {}

    /**
     * @param heardBell rung when there is sound from the microphone
     * @param listener told on the watch's thread what is wrong, and what is well again
     */
    public LiveSound(
            SoundSystem system, Names names, Doorbell heardBell, Consumer<DeviceChange> listener, NanoClock clock) {
        this.clock = clock;
        this.bufferMs = names.bufferMs();
        Doorbell newsBell = new Doorbell();
        Doorbell saidBell = new Doorbell();
        Link<DeviceNews> news = new Link<>("sound-news", NEWS, newsBell);
        heard = new Link<>("microphone", HEARD_BLOCKS, heardBell);
        said = new Link<>("loudspeaker", SAID_BLOCKS, saidBell);
        NativeCalls captures = new NativeCalls();
        NativeCalls playbacks = new NativeCalls();
        microphone = new StageRunner(
                () -> new MicrophoneStage(
                        () -> system.openCapture(names.input(), names.bufferMs()), heard, news::offer, captures, clock),
                new Doorbell(),
                clock);
        loudspeaker = new StageRunner(
                () -> new LoudspeakerStage(
                        () -> system.openPlayback(names.output(), names.bufferMs()),
                        said,
                        flushes,
                        playbackLatencyNs,
                        news::offer,
                        playbacks,
                        clock),
                saidBell,
                clock);
        watch = new StageRunner(
                () -> new SoundWatchStage(news, microphone, loudspeaker, listener, clock.nanoTime()), newsBell, clock);
    }

    /** Opens the devices, on their own threads. */
    public void start() {
        loudspeaker.start();
        microphone.start();
    }

    /** The watch, for whoever runs and supervises it; not started. */
    public StageRunner watch() {
        return watch;
    }

    /** What the microphone hears. Polled by one thread. */
    public Link<SoundBlock> heard() {
        return heard;
    }

    /** The loudspeaker, for one thread; another one may follow when that was replaced. */
    public Loudspeaker newLoudspeaker() {
        return new LiveLoudspeaker(said, flushes, Pacer.realTime(bufferMs), clock);
    }

    /** How long after its hand-over the first audible sample sounded of what was said last, as the device says. Any thread. */
    public long playbackLatencyNs() {
        return playbackLatencyNs.get();
    }

    /** Blocks of 10 ms that were not taken in time, and the threads that were replaced. Any thread. */
    public Map<String, Long> counters() {
        return Map.of(
                "refused.microphone",
                heard.refused(),
                "refused.loudspeaker",
                said.refused(),
                "replaced.microphone",
                (long) microphone.restarts(),
                "replaced.loudspeaker",
                (long) loudspeaker.restarts());
    }

    @Override
    public void close() {
        microphone.close();
        loudspeaker.close();
    }
}
