package skylark.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import skylark.stage.Intake;
import skylark.stage.Link;
import skylark.stage.Stage;

/** Takes frames from the source when they are due and hands them to hearing. Allocates nothing per frame. */
public final class CaptureStage implements Stage {
    private static final int RING_FRAMES = 512;
    private static final int AHEAD_FRAMES = 16;

    private final FrameSource source;
    private final Link<Frame> frames;
    private final Link<OpenEarMessage> openEar;
    private final Frame[] ring = new Frame[RING_FRAMES];
    private final AtomicLong frameNumbers;
    private long idleNs;

    /**
     * @param frames must hold no more than half the ring, so that no frame is filled while it is read
     * @param openEar to which hearing passes the frames on; only looked at, so that a patient source waits for it
     * @param frameNumbers counts the frames; shared with the stage that follows when this one is replaced
     */
    CaptureStage(FrameSource source, Link<Frame> frames, Link<OpenEarMessage> openEar, AtomicLong frameNumbers) {
        if (frames.capacity() * 2 > RING_FRAMES) {
            throw new IllegalArgumentException(
                    "frames: expected at most " + RING_FRAMES / 2 + ", got " + frames.capacity());
        }
        this.source = source;
        this.frames = frames;
        this.openEar = openEar;
        this.frameNumbers = frameNumbers;
        for (int i = 0; i < RING_FRAMES; i++) {
            ring[i] = new Frame();
        }
    }

    /** What capture works on: a source that is not patient always has the next frame coming. */
    static Intake intake(FrameSource source, AtomicLong frameNumbers) {
        return new Intake() {
            @Override
            public boolean waits() {
                return !source.patient();
            }

            @Override
            public long taken() {
                return frameNumbers.get();
            }
        };
    }

    @Override
    public String roleName() {
        return "capture";
    }

    @Override
    public int doWork(long nowNs) {
        long dueNs = source.nextFrameNs(nowNs);
        if (dueNs > nowNs) {
            idleNs = dueNs - nowNs;
            return 0;
        }
        if (source.patient() && (frames.size() >= AHEAD_FRAMES || openEar.size() >= AHEAD_FRAMES)) {
            idleNs = 1_000_000;
            return 0;
        }
        long index = frameNumbers.getAndIncrement();
        Frame frame = ring[(int) (index % RING_FRAMES)];
        frame.index = index;
        source.read(frame, nowNs);
        frames.offer(frame);
        return 1;
    }

    @Override
    public long idleNs() {
        return idleNs;
    }
}
