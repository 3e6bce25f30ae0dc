package skylark.audio.hear;

import java.util.Arrays;
import skylark.audio.pcm.Level;

/**
 * By how much the operator stands out from what is heard when nobody speaks. The noise is the quieter quarter of the
 * latest pauses, for at the edges of a pause there is speech in it; digital silence is no room, and is not counted.
 *
 * <p>Belongs to one thread. Allocates nothing per frame.
 */
final class SignalToNoise {
    /** About half a second: noise changes as the rotors do. */
    private static final int PAUSE_FRAMES = 16;

    private static final int LEAST_FRAMES = 3;

    private final double[] pauses = new double[PAUSE_FRAMES];
    private final double[] sorted = new double[PAUSE_FRAMES];
    private long paused;
    private double speechPower;
    private int spoken;

    void accept(short[] frame, boolean speech) {
        double rms = Level.rms(frame, 0, frame.length);
        if (speech) {
            speechPower += rms * rms;
            spoken++;
        } else if (rms > 0) {
            pauses[(int) (paused++ % PAUSE_FRAMES)] = rms * rms;
        }
    }

    /** Of the speech since the last {@link #reset}; infinite as long as no noise has been heard. */
    double db() {
        int known = (int) Math.min(paused, PAUSE_FRAMES);
        if (known < LEAST_FRAMES || spoken == 0) {
            return Double.POSITIVE_INFINITY;
        }
        System.arraycopy(pauses, 0, sorted, 0, known);
        Arrays.sort(sorted, 0, known);
        double noise = sorted[known / 4];
        double signal = Math.max(0, speechPower / spoken - noise);
        return Level.toDb(Math.sqrt(signal / noise));
    }

    /** The next turn; the noise goes on. */
    void reset() {
        speechPower = 0;
        spoken = 0;
    }
}
