package skylark.audio.hear;

import static skylark.audio.hear.SpeechDetector.FRAME_SAMPLES;

import skylark.audio.hear.Recogniser.Transcript;

/**
 * A recogniser with a memory of the turn, so that it can be asked for its final words more than once.
 *
 * <pre>
 *  frames ─▶ [ the turn's frames, kept ] ─ at most `burst` a step ─▶ recogniser ─▶ partial
 *                     ▲                                                 │
 *                     └────────── from the start again ◀── peek ────────┘
 * </pre>
 *
 * A recogniser looks ahead: its partial lacks the last 0.2 to 0.4 s, and only finishing brings the last words out, which
 * ends the utterance. A speech commit must have the last words and yet be reversible. So a {@link #peek} finishes, and
 * afterwards the recogniser hears the turn once more from its start, a few frames at every step until it has caught up.
 *
 * <p>Belongs to one thread. Allocates nothing per frame.
 */
final class TurnEar implements AutoCloseable {
    private final Recogniser recogniser;
    private final int burst;
    private final short[][] kept;
    private int frames;
    private int heard;
    private String partial = "";
    private Transcript peeked = Transcript.EMPTY;
    private int peekedAt = -1;

    /**
     * @param burst frames that are heard at one step at most while catching up, 2 or more
     * @param maxFrames of one turn; what comes after them is not heard
     */
    TurnEar(Recogniser recogniser, int burst, int maxFrames) {
        this.recogniser = recogniser;
        this.burst = burst;
        this.kept = new short[maxFrames][FRAME_SAMPLES];
    }

    /**
     * Takes the turn's next frame, which is free again on return.
     *
     * @param listen whether to hear it now; a frame that is only kept is heard when a later one is, or by a peek
     */
    void accept(short[] frame, boolean listen) {
        if (frames == kept.length) {
            return;
        }
        System.arraycopy(frame, 0, kept[frames], 0, FRAME_SAMPLES);
        frames++;
        if (listen) {
            hear(burst);
        }
    }

    /** Starts the turn with what came before it was noticed. */
    void accept(PreRoll preRoll) {
        for (long i = preRoll.oldest(); i <= preRoll.newest(); i++) {
            accept(preRoll.frame(i), i == preRoll.newest());
        }
    }

    /** The words so far; while catching up after a peek, those that were known before. */
    String partial() {
        return partial;
    }

    /** One step; whether there is nothing left to hear but what was already peeked at. */
    boolean catchUp() {
        if (peekedAt != frames) {
            hear(burst);
        }
        return peekedAt == frames || heard == frames;
    }

    /** The words of the turn up to its last frame; the turn goes on. Takes 10 to 30 ms with the small model. */
    Transcript peek() {
        if (peekedAt != frames) {
            hear(frames);
            peeked = recogniser.finish();
            partial = peeked.text();
            peekedAt = frames;
            heard = 0;
        }
        return peeked;
    }

    /** What the last {@link #peek} of the turn said, whatever came since. */
    Transcript peeked() {
        return peeked;
    }

    /** Forgets the turn. */
    void reset() {
        if (heard > 0) {
            recogniser.reset();
        }
        frames = 0;
        heard = 0;
        partial = "";
        peekedAt = -1;
        peeked = Transcript.EMPTY;
    }

    private void hear(int most) {
        int until = Math.min(frames, heard + most);
        while (heard < until) {
            recogniser.accept(kept[heard], FRAME_SAMPLES);
            heard++;
        }
        if (heard == frames && !recogniser.partial().isEmpty()) {
            partial = recogniser.partial();
        }
    }

    @Override
    public void close() {
        recogniser.close();
    }
}
