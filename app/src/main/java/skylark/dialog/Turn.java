package skylark.dialog;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import skylark.config.SafetySettings;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.Reason;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Conditions;
import skylark.gate.Gate;
import skylark.gate.Verdict;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/** One utterance while it is decided, upon one memory and one state; it changes neither. */
final class Turn {
    private static final int TONE_FROM_MISS = 3;
    /** Below it the words are asked for again, for they may have been meant for the drone. */
    private static final double SURELY_OUT_OF_SCOPE = 0.7;

    private final Gate gate;
    private final SafetySettings limits;
    private final ReplyArgs replyArgs;
    private final Phrases phrases;
    private final Understanding heard;
    private final VehicleState state;
    private final long nowNs;
    private final Memory before;
    private final Memory next;
    private final Conditions conditions;

    Turn(
            Gate gate,
            SafetySettings limits,
            ReplyArgs replyArgs,
            Phrases phrases,
            Memory before,
            Understanding heard,
            VehicleState state,
            Conditions conditions,
            long nowNs) {
        this.gate = gate;
        this.limits = limits;
        this.replyArgs = replyArgs;
        this.phrases = phrases;
        this.heard = heard;
        this.state = state;
        this.nowNs = nowNs;
        this.before = before;
        this.next = before.heard();
        this.conditions = conditions;
    }

    Outcome decide() {
        return switch (heard.intent()) {
            case CONFIRM -> confirm();
            case DENY, CANCEL -> takeBack();
            case SAY_AGAIN -> sayAgain();
            case OUT_OF_SCOPE ->
                heard.confidence() >= SURELY_OUT_OF_SCOPE && !heard.text().isBlank()
                        ? judged(gate.judge(heard, state, conditions))
                        : notUnderstood();
            default -> request();
        };
    }

    private Outcome request() {
        Done done = before.done();
        boolean repeats = done != null
                && heard.intent() != Intent.STOP
                && done.isSame(heard.intent(), heard.slots())
                && within(done.atNs(), limits.repeatS());
        if (repeats) {
            return refuse(gate.effectiveClass(heard.intent(), state), Reason.BUSY, Map.of(), next);
        }
        Verdict verdict = gate.judge(heard, amended(done), conditions);
        if (verdict.reason() == Reason.CHALLENGE_CANCELLED) {
            return deaf();
        }
        if (verdict.reason() == Reason.NOT_UNDERSTOOD || asksAgain(verdict)) {
            return notUnderstood();
        }
        return judged(verdict);
    }

    /** "Correction, climb twenty" counts from where the first climb began. */
    private VehicleState amended(@Nullable Done done) {
        if (done == null
                || !Corrections.begin(heard.text())
                || !done.isReversible()
                || done.intent() != heard.intent()
                || !within(done.atNs(), limits.undoS())) {
            return state;
        }
        return state.toBuilder().altM(done.before().altM()).build();
    }

    /** A slot is asked for once. */
    private boolean asksAgain(Verdict verdict) {
        Question question = before.question();
        return question != null
                && verdict.decision() == Decision.ASK_SLOT
                && question.asked().intent() == heard.intent()
                && question.slot() == verdict.missing()
                && within(question.sinceNs(), limits.challengeS());
    }

    private Outcome judged(Verdict verdict) {
        Slots readBack = withDefaults(heard.intent(), heard.slots());
        ReplyRequest reply = reply(act(verdict.decision()), heard.intent(), readBack, verdict.reason(), args(verdict));
        VehicleCommand command = verdict.command();
        Memory after =
                switch (verdict.decision()) {
                    case CHALLENGE ->
                        next.withChallenge(new Challenge(
                                        heard,
                                        readBack,
                                        Objects.requireNonNull(command),
                                        Objects.requireNonNull(verdict.phrase()),
                                        state,
                                        nowNs))
                                .withDeaf(false);
                    case ASK_SLOT ->
                        next.withQuestion(new Question(heard, Objects.requireNonNull(verdict.missing()), nowNs));
                    case EXECUTE ->
                        next.withDone(command == null ? before.done() : done(heard, verdict.effectiveClass()));
                    case ANSWER ->
                        heard.intent() == Intent.VERBOSITY
                                ? next.withLevel(heard.slots().level())
                                : next;
                    default -> next;
                };
        return outcome(
                verdict.decision(),
                verdict.effectiveClass(),
                verdict.reason(),
                verdict.decision() == Decision.EXECUTE ? command : null,
                reply,
                after);
    }

    private Outcome confirm() {
        Challenge challenge = before.challenge();
        if (challenge == null || !within(challenge.sinceNs(), limits.challengeS())) {
            return refuse(RiskClass.D, Reason.NOTHING_TO_CONFIRM, Map.of(), next);
        }
        if (!phrases.isExactly(challenge.phrase(), heard.text())) {
            return refuse(RiskClass.D, Reason.WRONG_PHRASE, Map.of(), next);
        }
        if (!(heard.confidence() >= limits.criticalConfidence())) {
            return notUnderstood();
        }
        return conditions.hearsWell() ? carryOut(challenge) : deaf();
    }

    /** Critical commands are off while the operator is hard to hear, which is said once. */
    private Outcome deaf() {
        Map<String, String> why = before.deaf() ? Map.of() : Map.of("detail", Verdict.DEGRADED);
        return refuse(RiskClass.C, Reason.CHALLENGE_CANCELLED, why, next.withDeaf(true));
    }

    /** Judges again what was challenged: the state must still bind it, and still allow it. */
    private Outcome carryOut(Challenge challenge) {
        Understanding asked = challenge.asked();
        Verdict verdict = gate.judge(asked, state, conditions);
        if (verdict.reason() != null) {
            ReplyRequest reply = reply(
                    Act.REFUSE,
                    asked.intent(),
                    challenge.readBack(),
                    verdict.reason(),
                    replyArgs.of(asked.intent(), asked.slots(), verdict));
            return outcome(Decision.REFUSE, verdict.effectiveClass(), verdict.reason(), null, reply, next);
        }
        if (!challenge.binds(state) || !challenge.command().equals(verdict.command())) {
            return refuse(RiskClass.D, Reason.CHALLENGE_CANCELLED, Map.of("detail", "state changed"), next);
        }
        ReplyRequest reply = reply(Act.EXECUTE, asked.intent(), challenge.readBack(), null, Map.of());
        return outcome(
                Decision.EXECUTE,
                RiskClass.C,
                null,
                challenge.command(),
                reply,
                next.withDone(done(asked, RiskClass.C)));
    }

    /** "Negative", "correction", "cancel that": closes what is open, else undoes what was just done. */
    private Outcome takeBack() {
        Challenge challenge = before.challenge();
        Question question = before.question();
        boolean open = challenge != null && within(challenge.sinceNs(), limits.challengeS())
                || question != null && within(question.sinceNs(), limits.challengeS());
        Done done = before.done();
        if (open) {
            ReplyRequest reply = reply(Act.REFUSE, heard.intent(), heard.slots(), Reason.CHALLENGE_CANCELLED, Map.of());
            return outcome(Decision.ANSWER, heard.intent().riskClass(), Reason.CHALLENGE_CANCELLED, null, reply, next);
        }
        if (done != null && done.isReversible() && within(done.atNs(), limits.undoS())) {
            return undo(done);
        }
        return judged(gate.judge(heard, state, conditions));
    }

    private Outcome undo(Done done) {
        Gate.Undo undo = gate.undo(done.intent(), done.slots(), done.before(), state, conditions);
        if (undo.command() == null) {
            Reason reason = undo.reason();
            return reason == null
                    ? judged(gate.judge(heard, state, conditions))
                    : refuse(RiskClass.R, reason, Map.of(), next);
        }
        ReplyRequest reply = reply(Act.EXECUTE, undo.spokenAs(), undo.slots(), null, Map.of());
        return outcome(Decision.EXECUTE, RiskClass.R, null, undo.command(), reply, next.withDone(null));
    }

    /** The last utterance with the values of now; a challenge is asked anew, for it must not outlive its state. */
    private Outcome sayAgain() {
        Challenge challenge = before.challenge();
        if (challenge != null && within(challenge.sinceNs(), limits.challengeS())) {
            return challengeAgain(challenge);
        }
        ReplyRequest last = before.lastReply();
        return last == null
                ? judged(gate.judge(heard, state, conditions))
                : outcome(
                        Decision.ANSWER,
                        RiskClass.D,
                        null,
                        null,
                        last.withState(state),
                        next.withQuestion(before.question()));
    }

    private Outcome challengeAgain(Challenge challenge) {
        Understanding asked = challenge.asked();
        Verdict verdict = gate.judge(asked, state, conditions);
        VehicleCommand command = verdict.command();
        if (verdict.reason() == Reason.CHALLENGE_CANCELLED) {
            return deaf();
        }
        if (verdict.decision() != Decision.CHALLENGE || command == null) {
            return refuse(RiskClass.D, Reason.CHALLENGE_CANCELLED, Map.of("detail", "state changed"), next);
        }
        ReplyRequest reply = reply(
                Act.CHALLENGE,
                asked.intent(),
                challenge.readBack(),
                null,
                replyArgs.of(asked.intent(), asked.slots(), verdict));
        Challenge anew = new Challenge(asked, challenge.readBack(), command, challenge.phrase(), state, nowNs);
        return outcome(Decision.CHALLENGE, RiskClass.C, null, null, reply, next.withChallenge(anew));
    }

    /** Say again, then with a hint, then a tone. It is not itself worth repeating, and an open question stays open. */
    Outcome notUnderstood() {
        int misses = before.misses() + 1;
        Reason reason = misses == 1 ? Reason.NOT_UNDERSTOOD : Reason.NOT_UNDERSTOOD_AGAIN;
        return new Outcome(
                heard,
                Decision.REJECT,
                gate.effectiveClass(heard.intent(), state),
                reason,
                null,
                reply(Act.REJECT, heard.intent(), heard.slots(), reason, Map.of()),
                misses >= TONE_FROM_MISS,
                new Outcome.Version(before, next.withQuestion(before.question()).withMisses(misses), nowNs));
    }

    private Outcome refuse(RiskClass risk, Reason reason, Map<String, String> args, Memory after) {
        ReplyRequest reply = reply(Act.REFUSE, heard.intent(), heard.slots(), reason, args);
        return outcome(Decision.REFUSE, risk, reason, null, reply, after);
    }

    private Outcome outcome(
            Decision decision,
            RiskClass risk,
            @Nullable Reason reason,
            @Nullable VehicleCommand command,
            ReplyRequest reply,
            Memory after) {
        return new Outcome(
                heard,
                decision,
                risk,
                reason,
                command,
                reply,
                false,
                new Outcome.Version(before, after.withLastReply(reply), nowNs));
    }

    private Done done(Understanding what, RiskClass risk) {
        return new Done(what.intent(), what.slots(), risk, state, nowNs);
    }

    private Map<String, String> args(Verdict verdict) {
        return replyArgs.of(heard.intent(), heard.slots(), verdict);
    }

    private ReplyRequest reply(Act act, Intent topic, Slots slots, @Nullable Reason reason, Map<String, String> args) {
        Map<String, String> all = new HashMap<>(args);
        all.put(ReplyRequest.REGISTER, replyArgs.register(before.level()));
        return new ReplyRequest(act, topic.wireName(), slots, reason, all, heard.text(), state);
    }

    private boolean within(long sinceNs, int seconds) {
        return nowNs - sinceNs <= TimeUnit.SECONDS.toNanos(seconds);
    }

    /** A value that the operator left out is spoken in the read-back all the same. */
    private Slots withDefaults(Intent intent, Slots slots) {
        if (slots.metres() != null) {
            return slots;
        }
        return switch (intent) {
            case TAKEOFF -> slots.withMetres(limits.takeoffDefaultM());
            case WINCH_LOWER -> slots.withMetres(limits.winchDefaultM());
            default -> slots;
        };
    }

    private static Act act(Decision decision) {
        return Act.valueOf(decision.name());
    }
}
