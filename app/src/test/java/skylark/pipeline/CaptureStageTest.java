package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.StageInvoker;

class CaptureStageTest {
    private final ManualClock clock = new ManualClock();
    private final Link<Frame> frames = new Link<>("frames", 128, new Doorbell());
    private final Link<OpenEarMessage> openEar = new Link<>("open-ear", 128, new Doorbell());

    @Test
    void shouldTakeFramesWhenTheyAreDue() throws Exception {
        long dueNs = clock.nanoTime() + 7_000_000;
        CaptureStage stage = new CaptureStage(new Counting(dueNs, false), frames, openEar, new AtomicLong());
        StageInvoker capture = new StageInvoker(stage, clock);
        assertThat(capture.invoke()).isZero();
        assertThat(stage.idleNs()).as("parks until it is due").isEqualTo(7_000_000);
        clock.advanceMs(7);
        assertThat(capture.invoke()).isEqualTo(1);
        assertThat(frames.size()).isEqualTo(1);
    }

    @Test
    void shouldLetAPatientSourceWaitForASlowReader() throws Exception {
        StageInvoker capture =
                new StageInvoker(new CaptureStage(new Counting(0, true), frames, openEar, new AtomicLong()), clock);
        assertThat(capture.drain()).isEqualTo(16);
        for (Frame frame = frames.poll(); frame != null; frame = frames.poll()) {
            openEar.offer(frame);
        }
        assertThat(capture.drain()).as("the open ear is behind").isZero();
        openEar.poll();
        assertThat(capture.invoke()).isEqualTo(1);
        assertThat(frames.refused()).isZero();
    }

    @Test
    void shouldNeverFillAFrameThatIsStillToBeRead() throws Exception {
        StageInvoker capture =
                new StageInvoker(new CaptureStage(new Counting(0, false), frames, openEar, new AtomicLong()), clock);
        for (int i = 0; i < 1_000; i++) {
            capture.invoke();
            if (i % 3 == 0) {
                Frame frame = frames.poll();
                assertThat(frame).isNotNull();
                openEar.offer(frame);
            }
        }
        assertThat(frames.refused()).as("a microphone does not wait").isPositive();
        long last = -1;
        for (Frame frame = frames.poll(); frame != null; frame = frames.poll()) {
            assertThat(frame.index).isGreaterThan(last);
            assertThat(frame.samples).containsOnly((short) frame.index);
            last = frame.index;
        }
    }

    @Test
    void shouldRefuseALinkThatCouldHoldTheWholeRing() {
        Link<Frame> wide = new Link<>("frames", 512, new Doorbell());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaptureStage(new Counting(0, false), wide, openEar, new AtomicLong()))
                .withMessage("frames: expected at most 256, got 512");
    }

    /** Fills each frame with its own number. */
    private record Counting(long dueNs, boolean patient) implements FrameSource {
        @Override
        public long nextFrameNs(long nowNs) {
            return dueNs;
        }

        @Override
        public void read(Frame frame, long nowNs) {
            Arrays.fill(frame.samples, (short) frame.index);
        }
    }
}
