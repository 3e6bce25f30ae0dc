package skylark.audio.hear;

/**
 * Turns the detector's probabilities into speech and silence, with hysteresis: speech begins at a higher probability
 * than it is held at. Counts how long each has lasted, in frames. Belongs to one thread.
 */
public final class SpeechGate {
    /** Frames in a row that make an onset: one alone is a click more often than a word. */
    static final int ONSET_FRAMES = 2;

    private static final float BEGIN = 0.5f;
    private static final float HOLD = 0.35f;

    private boolean speech;
    private int frames;

    /** Takes the next frame's probability. */
    public void accept(float probability) {
        boolean now = probability >= (speech ? HOLD : BEGIN);
        frames = now == speech ? frames + 1 : 1;
        speech = now;
    }

    /** Whether somebody has begun to speak, rather than clicked. */
    public boolean onset() {
        return speechFrames() >= ONSET_FRAMES;
    }

    /** Whether the last frame was silence. */
    public boolean silent() {
        return !speech;
    }

    /** Frames of speech in a row up to the last one; 0 in silence. */
    public int speechFrames() {
        return speech ? frames : 0;
    }

    /** Frames of silence in a row up to the last one; 0 in speech. */
    public int silentFrames() {
        return speech ? 0 : frames;
    }
}
