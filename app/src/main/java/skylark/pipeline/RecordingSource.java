package skylark.pipeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.SpeechDetector;

/**
 * Feeds recordings to the pipeline as a microphone would: frame by frame, with silence before, between and after. Paced
 * in real time, or as fast as hearing takes them.
 */
public final class RecordingSource implements FrameSource {
    private static final long FRAME_NS = SpeechDetector.FRAME_SAMPLES * 1_000_000_000L / 16_000;
    private static final long NOTHING_DUE_NS = 5_000_000;

    private final boolean realTime;
    private final int tailFrames;
    private volatile @Nullable Cue next;
    private @Nullable Cue playing;
    private int at;
    private int tailLeft;
    private long nextFrameEndNs = Trace.UNSET;

    /** One recording on its way through. */
    public static final class Cue {
        private final short[] samples;
        private volatile long startNs = Trace.UNSET;
        private volatile long firstFrame = -1;
        private volatile boolean ended;

        /** @param samples mono, 16 kHz */
        public Cue(short[] samples) {
            this.samples = samples;
        }

        /** When its first sample was heard; {@link Trace#UNSET} before that. */
        public long startNs() {
            return startNs;
        }

        /** The index of the frame that holds its first sample; -1 before that. */
        public long firstFrame() {
            return firstFrame;
        }

        /** All of it, and the silence after it, has been heard. */
        public boolean ended() {
            return ended;
        }
    }

    /** @param tailS the silence after a recording, by which its turn must have ended, in seconds */
    public RecordingSource(boolean realTime, double tailS) {
        this.realTime = realTime;
        this.tailFrames = (int) Math.ceil(tailS * 1e9 / FRAME_NS);
    }

    /** Plays this one from the next frame on. Any thread; one at a time. */
    public void play(Cue cue) {
        next = cue;
    }

    @Override
    public long nextFrameNs(long nowNs) {
        if (!realTime) {
            return playing != null || next != null ? nowNs : nowNs + NOTHING_DUE_NS;
        }
        if (nextFrameEndNs == Trace.UNSET) {
            nextFrameEndNs = nowNs + FRAME_NS;
        }
        return nextFrameEndNs;
    }

    @Override
    public void read(Frame frame, long nowNs) {
        frame.endNs = realTime ? nextFrameEndNs : nowNs;
        nextFrameEndNs += FRAME_NS;
        Cue cue = cue(frame);
        int filled = 0;
        if (cue != null) {
            filled = Math.min(frame.samples.length, cue.samples.length - at);
            System.arraycopy(cue.samples, at, frame.samples, 0, filled);
            at += filled;
            if (filled == 0 && --tailLeft <= 0) {
                cue.ended = true;
                playing = null;
            }
        }
        Arrays.fill(frame.samples, filled, frame.samples.length, (short) 0);
    }

    @Override
    public boolean patient() {
        return !realTime;
    }

    private @Nullable Cue cue(Frame frame) {
        Cue cue = next;
        if (cue != null) {
            next = null;
            playing = cue;
            at = 0;
            tailLeft = tailFrames;
            cue.firstFrame = frame.index;
            cue.startNs = frame.endNs - FRAME_NS;
        }
        return playing;
    }
}
