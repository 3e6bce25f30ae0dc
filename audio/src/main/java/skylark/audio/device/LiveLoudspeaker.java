package skylark.audio.device;

import java.util.concurrent.atomic.AtomicInteger;
import skylark.audio.voice.Loudspeaker;
import skylark.audio.voice.Pacer;
import skylark.stage.Link;
import skylark.stage.NanoClock;

/**
 * The loudspeaker as playback sees it: hands sound over to the line's thread and waits as long as the sound lasts, by the
 * clock; whether the device plays it, or is there at all, holds nobody up. Belongs to playback's thread.
 */
final class LiveLoudspeaker implements Loudspeaker {
    private static final int RING_BLOCKS = 256;

    private final Link<SoundBlock> said;
    private final AtomicInteger flushes;
    private final Pacer pacer;
    private final NanoClock clock;
    private final SoundBlock[] ring = new SoundBlock[RING_BLOCKS];
    private int next;
    private boolean first;

    /** @param said must hold no more than half the ring */
    LiveLoudspeaker(Link<SoundBlock> said, AtomicInteger flushes, Pacer pacer, NanoClock clock) {
        if (said.capacity() * 2 > RING_BLOCKS) {
            throw new IllegalArgumentException(
                    "said: expected at most " + RING_BLOCKS / 2 + ", got " + said.capacity());
        }
        this.said = said;
        this.flushes = flushes;
        this.pacer = pacer;
        this.clock = clock;
        for (int i = 0; i < RING_BLOCKS; i++) {
            ring[i] = new SoundBlock();
        }
    }

    @Override
    public void begin(String name) {
        first = true;
    }

    @Override
    public void write(short[] samples, int offset, int length) {
        for (int at = 0; at < length; at += SoundBlock.SAMPLES) {
            SoundBlock block = ring[next];
            block.count = Math.min(SoundBlock.SAMPLES, length - at);
            System.arraycopy(samples, offset + at, block.samples, 0, block.count);
            block.flushes = flushes.get();
            block.first = first;
            block.handedNs = clock.nanoTime();
            first = false;
            if (said.offer(block)) {
                next = (next + 1) % RING_BLOCKS;
            }
        }
        pacer.handedOver(length);
    }

    @Override
    public void flush() {
        flushes.incrementAndGet();
        pacer.flush();
    }

    @Override
    public void end() {
        // what was handed over sounds by itself
    }

    @Override
    public void close() {
        // the line belongs to its own thread
    }
}
