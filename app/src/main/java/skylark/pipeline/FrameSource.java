package skylark.pipeline;

import skylark.stage.Doorbell;
import skylark.stage.NanoClock;

/** Where sound comes from. Belongs to the capture stage's thread. */
public interface FrameSource {

    /** When the next frame will be complete; at or before now when one is. */
    long nextFrameNs(long nowNs);

    /** Fills in the next frame: samples and {@code endNs}. */
    void read(Frame frame, long nowNs);

    /** Whether frames may be late without loss, so that a slow reader is waited for. */
    default boolean patient() {
        return false;
    }

    /** Whether its silence, too, has noise in it, as a microphone's has: exact zeros are then no sound. */
    default boolean noisy() {
        return false;
    }

    /** Rung when a frame may be complete earlier than was said. */
    default Doorbell doorbell(NanoClock clock) {
        return new Doorbell(clock);
    }
}
