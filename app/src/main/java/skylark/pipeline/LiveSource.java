package skylark.pipeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import skylark.audio.device.SoundBlock;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;

/**
 * Frames from a microphone. While none comes there is silence at the same pace, so that a turn that was under way still
 * finds its end.
 */
public final class LiveSource implements FrameSource {
    private static final long SAMPLE_NS = 1_000_000_000L / 16_000;
    /** So late sound may be before silence takes its place. */
    private static final long PATIENCE_NS = 150_000_000;

    private final Link<SoundBlock> heard;
    private final Doorbell doorbell;
    private final LastWord lastWord;
    private final short[] samples = new short[512];
    private @Nullable SoundBlock block;
    private int at;
    private int filled;
    private long filledToNs;
    private long lastEndNs = Trace.UNSET;

    /**
     * @param heard what the microphone hears
     * @param doorbell of that link
     * @param lastWord told of every frame
     */
    public LiveSource(Link<SoundBlock> heard, Doorbell doorbell, LastWord lastWord) {
        this.heard = heard;
        this.doorbell = doorbell;
        this.lastWord = lastWord;
    }

    @Override
    public Doorbell doorbell(NanoClock clock) {
        return doorbell;
    }

    @Override
    public long nextFrameNs(long nowNs) {
        if (lastEndNs == Trace.UNSET) {
            lastEndNs = nowNs;
        }
        fill();
        return filled == samples.length ? nowNs : lastEndNs + samples.length * SAMPLE_NS + PATIENCE_NS;
    }

    private void fill() {
        while (filled < samples.length) {
            SoundBlock current = block == null ? heard.poll() : block;
            if (current == null) {
                return;
            }
            int count = Math.min(current.count - at, samples.length - filled);
            System.arraycopy(current.samples, at, samples, filled, count);
            filled += count;
            at += count;
            filledToNs = current.endNs - (current.count - at) * SAMPLE_NS;
            boolean used = at == current.count;
            block = used ? null : current;
            at = used ? 0 : at;
        }
    }

    @Override
    public void read(Frame frame, long nowNs) {
        boolean whole = filled == samples.length;
        Arrays.fill(samples, filled, samples.length, (short) 0);
        System.arraycopy(samples, 0, frame.samples, 0, samples.length);
        lastEndNs = whole ? Math.max(lastEndNs + 1, filledToNs) : lastEndNs + samples.length * SAMPLE_NS;
        frame.endNs = lastEndNs;
        filled = 0;
        lastWord.accept(frame.samples, frame.endNs);
    }
}
