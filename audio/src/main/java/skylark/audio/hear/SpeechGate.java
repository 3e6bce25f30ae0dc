package skylark.audio.hear;

/**
 * Turns the detector's probabilities into speech and silence, with hysteresis: speech begins at a higher probability
 * than it is held at. Counts how long each has lasted, in frames. Belongs to one thread.
 */
public final class SpeechGate {
    /** What it is held at, of the probability at which it begins. */
    private static final float HOLD = 0.7f;

    private final float begin;
    private final float hold;
    private final int onsetFrames;
    private boolean speech;
    private int frames;

    /**
     * @param begin the probability from which on a frame counts as speech
     * @param onsetFrames in a row that make an onset: one alone is a click more often than a word
     */
    public SpeechGate(float begin, int onsetFrames) {
        this.begin = begin;
        this.hold = begin * HOLD;
        this.onsetFrames = onsetFrames;
    }

    /** As the settings have it by default: 0.5, and two frames. */
    public static SpeechGate usual() {
        return new SpeechGate(0.5f, 2);
    }

    /** Takes the next frame's probability. */
    public void accept(float probability) {
        boolean now = probability >= (speech ? hold : begin);
        frames = now == speech ? frames + 1 : 1;
        speech = now;
    }

    /** Whether somebody has begun to speak, rather than clicked. */
    public boolean onset() {
        return speechFrames() >= onsetFrames;
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
