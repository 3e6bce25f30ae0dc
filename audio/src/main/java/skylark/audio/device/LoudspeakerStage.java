package skylark.audio.device;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import skylark.stage.Link;
import skylark.stage.NanoClock;

/** Writes to the loudspeaker what is handed over to it. While there is none, what should have sounded is thrown away. */
final class LoudspeakerStage extends LineStage<PlaybackLine> {
    private final Link<SoundBlock> said;
    private final AtomicInteger flushes;
    private final AtomicLong latencyNs;
    private int flushed;

    /**
     * @param flushes counts what was asked to be thrown away; blocks from before the last time are not played
     * @param latencyNs kept at how long after its hand-over a block sounds
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
            latencyNs.set(line.latencyNs());
            line.write(block.samples, 0, block.count);
        }
        return 1;
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
