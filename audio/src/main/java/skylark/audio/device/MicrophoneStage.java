package skylark.audio.device;

import skylark.stage.Link;
import skylark.stage.NanoClock;

/** Reads the microphone and hands its sound over, 10 ms at a time. */
final class MicrophoneStage extends LineStage<CaptureLine> {
    private static final int RING_BLOCKS = 256;
    private static final int SUMMARY_SAMPLES = 1_600;
    private static final int FULL_SCALE = 32_760;

    private final Link<SoundBlock> heard;
    private final NanoClock clock;
    private final SoundBlock[] ring = new SoundBlock[RING_BLOCKS];
    private int next;
    private int summed;
    private int clipped;
    private int loud;

    /** @param heard must hold no more than half the ring, so that no block is filled while it is read */
    MicrophoneStage(
            Opener<CaptureLine> opener, Link<SoundBlock> heard, NewsDesk news, NativeCalls calls, NanoClock clock) {
        super(Direction.INPUT, opener, news, calls, clock);
        if (heard.capacity() * 2 > RING_BLOCKS) {
            throw new IllegalArgumentException(
                    "heard: expected at most " + RING_BLOCKS / 2 + ", got " + heard.capacity());
        }
        this.heard = heard;
        this.clock = clock;
        for (int i = 0; i < RING_BLOCKS; i++) {
            ring[i] = new SoundBlock();
        }
    }

    @Override
    int work(CaptureLine line, long now) throws DeviceFailure {
        SoundBlock block = ring[next];
        block.count = line.read(block.samples);
        if (block.count == 0 || isReplaced()) {
            return 0;
        }
        block.endNs = clock.nanoTime() - line.latencyNs();
        next = (next + 1) % RING_BLOCKS;
        sum(block);
        heard.offer(block);
        return 1;
    }

    private void sum(SoundBlock block) {
        for (int i = 0; i < block.count; i++) {
            int sample = block.samples[i];
            clipped += sample >= FULL_SCALE || sample <= -FULL_SCALE ? 1 : 0;
            loud |= sample;
        }
        summed += block.count;
        if (summed >= SUMMARY_SAMPLES) {
            tell(new DeviceNews.Heard(Direction.INPUT, loud == 0, clipped));
            summed = 0;
            clipped = 0;
            loud = 0;
        }
    }

    /** Without sound the thread need not park: the read has waited already. */
    @Override
    public long idleNs() {
        return line() == null ? super.idleNs() : 1;
    }

    @Override
    void close(CaptureLine last) {
        last.close();
    }
}
