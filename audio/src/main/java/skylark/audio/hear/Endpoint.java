package skylark.audio.hear;

import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a turn from the silence so far and the words so far, and from nothing else: no clock, so a slow
 * machine or generator cannot move it.
 *
 * <pre>
 *  IDLE ── onset ─▶ LISTENING ── silence enough for the words ─▶ COMMITTED ── action silence ─▶ IDLE
 *    ▲                │    ▲                                         │
 *    └─ no words ─────┘    └───── speech again, or other words ──────┘
 * </pre>
 *
 * Belongs to one thread.
 */
public final class Endpoint {

    /** What a frame brought about. */
    public enum Step {
        NOTHING,
        /** Speech has begun. */
        STARTED,
        /** The words are taken for all that is coming; reversible. */
        SPEECH_COMMIT,
        /** The speech commit is taken back: there is more speech, or the words have changed. */
        RESUMED,
        /** The turn is over. */
        ACTION_COMMIT,
        /** The turn is over and held no words. */
        DISCARDED
    }

    private enum State {
        IDLE,
        LISTENING,
        COMMITTED
    }

    private final EndpointRules rules;
    private final Completeness.Judge judge;
    private State state = State.IDLE;
    private String words = "";
    private @Nullable Completeness completeness;
    private int framesOfTurn;
    private int framesSinceCommit;

    public Endpoint(EndpointRules rules, Completeness.Judge judge) {
        this.rules = rules;
        this.judge = judge;
    }

    /** Whether a turn is open. */
    public boolean inTurn() {
        return state != State.IDLE;
    }

    /** Whether the turn has a speech commit that holds. */
    boolean committed() {
        return state == State.COMMITTED;
    }

    EndpointRules rules() {
        return rules;
    }

    /**
     * Takes the next frame.
     *
     * @param gate after that frame
     * @param wordsSoFar after that frame; ignored while no turn is open
     */
    public Step advance(SpeechGate gate, String wordsSoFar) {
        framesOfTurn++;
        return switch (state) {
            case IDLE -> idle(gate);
            case LISTENING -> listening(gate, wordsSoFar);
            case COMMITTED -> committed(gate, wordsSoFar);
        };
    }

    private Step idle(SpeechGate gate) {
        if (!gate.onset()) {
            return Step.NOTHING;
        }
        words = "";
        completeness = null;
        framesOfTurn = gate.speechFrames();
        return enter(State.LISTENING, Step.STARTED);
    }

    private Step listening(SpeechGate gate, String wordsSoFar) {
        update(wordsSoFar);
        boolean capped = framesOfTurn >= rules.capFrames();
        if (words.isEmpty()) {
            boolean over = capped || gate.silentFrames() >= rules.discardFrames();
            return over ? enter(State.IDLE, Step.DISCARDED) : Step.NOTHING;
        }
        if (capped || (gate.silent() && gate.silentFrames() >= rules.silentFrames(completeness()))) {
            framesSinceCommit = 0;
            return enter(State.COMMITTED, Step.SPEECH_COMMIT);
        }
        return Step.NOTHING;
    }

    private Step committed(SpeechGate gate, String wordsSoFar) {
        framesSinceCommit++;
        boolean capped = framesOfTurn >= rules.capFrames();
        if (!capped && (gate.onset() || !wordsSoFar.equals(words))) {
            return enter(State.LISTENING, Step.RESUMED);
        }
        boolean over = capped || framesSinceCommit >= rules.actionFrames();
        return over ? enter(State.IDLE, Step.ACTION_COMMIT) : Step.NOTHING;
    }

    private void update(String wordsSoFar) {
        if (!wordsSoFar.equals(words)) {
            words = wordsSoFar;
            completeness = null;
        }
    }

    /** Asked for in pauses only, because the judge may be slow. */
    private Completeness completeness() {
        Completeness known = completeness;
        if (known == null) {
            known = judge.of(words);
            completeness = known;
        }
        return known;
    }

    private Step enter(State next, Step step) {
        state = next;
        return step;
    }
}
