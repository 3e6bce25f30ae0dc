package skylark.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import skylark.audio.voice.Loudspeaker;
import skylark.stage.NanoClock;

/** Takes samples as fast as a device plays them, and remembers when something began to be heard. */
final class PacedLoudspeaker implements Loudspeaker {
    private static final long SAMPLE_NS = 1_000_000_000 / 16_000;
    private static final int AUDIBLE = 328;

    final List<Long> soundsNs = new CopyOnWriteArrayList<>();
    private final NanoClock time;
    private volatile boolean begun;
    private volatile long taken;

    PacedLoudspeaker(NanoClock time) {
        this.time = time;
    }

    @Override
    public void begin(String name) {
        begun = true;
    }

    @Override
    public void write(short[] samples, int offset, int length) {
        if (begun && Math.abs(samples[offset]) >= AUDIBLE) {
            begun = false;
            soundsNs.add(time.nanoTime());
        }
        taken += length;
        long endNs = time.nanoTime() + length * SAMPLE_NS;
        while (time.nanoTime() < endNs && !Thread.currentThread().isInterrupted()) {
            time.park(this, endNs - time.nanoTime());
        }
    }

    @Override
    public long takenSamples() {
        return taken;
    }

    @Override
    public void flush() {
        begun = false;
    }

    @Override
    public void end() {
        begun = false;
    }

    @Override
    public void close() {}
}
