package skylark.audio.device;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import skylark.audio.pcm.Level;
import skylark.stage.Link;
import skylark.stage.NanoClock;

/** Writes to the loudspeaker what is handed over to it. While there is none, what should have sounded is thrown away. */
final class LoudspeakerStage extends LineStage<PlaybackLine> {
    private static final int NOTHING_AUDIBLE = -1;
    private static final int FLOWN_SAMPLES = 1_600;
    private static final long SAMPLE_NS = 1_000_000_000L / 16_000;

    private final Link<SoundBlock> said;
    private final AtomicInteger flushes;
    private final AtomicLong latencyNs;
    private final NanoClock clock;
    private int flushed;
    private long audibleHandedNs;
    private long audibleNs;
    private int sinceAudible = NOTHING_AUDIBLE;

    /**
     * @param flushes counts what was asked to be thrown away; blocks from before the last time are not played
     * @param latencyNs kept at how long after its hand-over the first audible sample sounds of what is said last
     */
    LoudspeakerStage(
            Opener<PlaybackLine> opener,
            Link<SoundBlock> said,
            AtomicInteger flushes,
            AtomicLong latencyNs,
            NewsDesk news,
            NativeCalls calls,
            NanoClock clock) {
        super(Direction.OUTPUT, opener, news, calls, clock);
        this.said = said;
        this.flushes = flushes;
        this.latencyNs = latencyNs;
        this.clock = clock;
        this.flushed = flushes.get();
    }

    @Override
    int work(PlaybackLine line, long now) throws DeviceFailure {
        int wanted = flushes.get();
        if (wanted != flushed) {
            flushed = wanted;
            line.flush();
        }
        SoundBlock block = said.poll();
        if (block == null) {
            line.look();
            return 0;
        }
        if (block.flushes == flushes.get()) {
            line.write(block.samples, 0, block.count);
            observe(block, line);
        }
        return 1;
    }

    /**
     * When the first audible sample of what begins sounded, against when it was handed over. The device is asked only when
     * sound has flown for a while: what a server says of a stream that just begins again is not to be trusted.
     */
    private void observe(SoundBlock block, PlaybackLine line) {
        if (block.first) {
            sinceAudible = NOTHING_AUDIBLE;
        }
        if (sinceAudible == NOTHING_AUDIBLE) {
            int audible = Level.firstAudible(block.samples, 0, block.count);
            sinceAudible = audible < 0 ? NOTHING_AUDIBLE : block.count - audible;
            audibleHandedNs = block.handedNs;
            audibleNs = clock.nanoTime();
        } else if (sinceAudible < FLOWN_SAMPLES) {
            boolean ranDry = clock.nanoTime() - audibleNs > sinceAudible * SAMPLE_NS;
            sinceAudible = ranDry ? FLOWN_SAMPLES : sinceAudible + block.count;
            if (sinceAudible >= FLOWN_SAMPLES && !ranDry) {
                long soundedNs = clock.nanoTime() + line.latencyNs() - sinceAudible * SAMPLE_NS;
                latencyNs.set(Math.max(0, soundedNs - audibleHandedNs));
            }
        }
    }

    @Override
    int without() {
        return said.poll() == null ? 0 : 1;
    }

    @Override
    void close(PlaybackLine last) {
        last.close();
    }
}
