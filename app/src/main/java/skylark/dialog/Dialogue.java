package skylark.dialog;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleFunction;
import skylark.config.SafetySettings;
import skylark.domain.Intent;
import skylark.domain.Understanding;
import skylark.domain.VehicleState;
import skylark.gate.Conditions;
import skylark.gate.Gate;
import skylark.nlg.reply.ReplyRequest;

/**
 * One conversation. Owned by one thread. {@link #decide} looks and changes nothing, so it may be asked for words that
 * are still being spoken; {@link #apply} makes an outcome count, at the action commit.
 */
public final class Dialogue {
    /** How long a command is still what "the other way" is said of. */
    private static final double FOLLOW_UP_S = 30;

    private static final long COMMAND_LIFE_NS = TimeUnit.SECONDS.toNanos(10);

    private final Gate gate;
    private final SafetySettings limits;
    private final ReplyArgs replyArgs;
    private final Phrases phrases;
    /** Immutable, so that any thread may look; this one alone writes. */
    private volatile Memory memory = Memory.EMPTY;

    /**
     * @param register how full replies are until the operator asks for more or less
     * @param numberWords spells the numbers of limits
     */
    public Dialogue(
            Gate gate, SafetySettings limits, String callsign, String register, DoubleFunction<String> numberWords) {
        this.gate = gate;
        this.limits = limits;
        this.replyArgs = new ReplyArgs(limits, callsign, register, numberWords);
        this.phrases = new Phrases(callsign);
    }

    /**
     * The command that {@code words} may complete or amend, for {@link InContext}: the one that waits for a slot, or,
     * when the words begin with a correction or go on from it ("the other way"), the one that was just given.
     */
    public Optional<Understanding> waiting(String words, long nowNs) {
        return asked(nowNs).or(() -> amendable(words, nowNs)).or(() -> followed(words, nowNs));
    }

    private Optional<Understanding> asked(long nowNs) {
        return Optional.ofNullable(memory.question())
                .filter(question -> nowNs - question.sinceNs() <= TimeUnit.SECONDS.toNanos(limits.challengeS()))
                .map(Question::asked);
    }

    private Optional<Understanding> amendable(String words, long nowNs) {
        return Corrections.begin(words) ? justDone(words, limits.undoS(), nowNs) : Optional.empty();
    }

    private Optional<Understanding> followed(String words, long nowNs) {
        return FollowUp.is(words) ? justDone(words, FOLLOW_UP_S, nowNs) : Optional.empty();
    }

    private Optional<Understanding> justDone(String words, double withinS, long nowNs) {
        return Optional.ofNullable(memory.done())
                .filter(Done::isReversible)
                .filter(done -> nowNs - done.atNs() <= withinS * TimeUnit.SECONDS.toNanos(1))
                .map(done -> new Understanding(words, done.intent(), done.slots(), 1, Understanding.Route.CONTEXT));
    }

    /** What {@code heard} comes to in {@code state}, if nothing else stands in the way. Pure. */
    public Outcome decide(Understanding heard, VehicleState state, long nowNs) {
        return decide(heard, state, Conditions.CLEAR, nowNs);
    }

    /** What {@code heard} comes to in {@code state}. Pure. */
    public Outcome decide(Understanding heard, VehicleState state, Conditions conditions, long nowNs) {
        return turn(heard, state, conditions, nowNs).decide();
    }

    /**
     * The same words at the moment of acting: what was decided when they were heard must be allowed by the vehicle of
     * now, and what was refused then is not done now. Times count from when the words were heard; when that is more than
     * ten seconds ago they command nothing, but for a stop. Pure.
     */
    public Outcome again(Outcome decided, VehicleState state, Conditions conditions, long nowNs) {
        boolean stays = decided.command() == null && decided.version().before == memory;
        if (stays) {
            return decided;
        }
        long heardNs = decided.version().heardNs;
        Turn turn = turn(decided.heard(), state, conditions, heardNs);
        Outcome anew = turn.decide();
        boolean late = nowNs - heardNs > COMMAND_LIFE_NS && decided.heard().intent() != Intent.STOP;
        boolean wasRefused = decided.command() == null;
        return anew.command() != null && (late || wasRefused) ? turn.notUnderstood() : anew;
    }

    private Turn turn(Understanding heard, VehicleState state, Conditions conditions, long heardNs) {
        return new Turn(gate, limits, replyArgs, phrases, memory, heard, state, conditions, heardNs);
    }

    /**
     * Makes {@code outcome} count.
     *
     * @return false, and nothing is changed, when the conversation went on since it was decided: decide again
     */
    public boolean apply(Outcome outcome) {
        if (outcome.version().before != memory) {
            return false;
        }
        memory = outcome.version().after;
        return true;
    }

    /**
     * An announcement was spoken: "say again" repeats it.
     *
     * @param priority 0 to 4; 0 and 1 cancel an open challenge
     */
    public void announced(ReplyRequest announcement, int priority) {
        Memory next = memory.withLastReply(announcement);
        memory = priority <= 1 ? next.withChallenge(null) : next;
    }

    /** What another conversation needs to go on with this one. Any thread. */
    public Remembered remembered(long nowNs) {
        return new Remembered(memory, nowNs);
    }

    /** Goes on with another conversation; before the first word only. */
    public void recall(Remembered remembered, long nowNs) {
        memory = remembered.memory().shifted(nowNs);
    }
}
