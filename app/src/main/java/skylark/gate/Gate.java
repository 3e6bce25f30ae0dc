package skylark.gate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.config.SafetySettings;
import skylark.domain.Intent;
import skylark.domain.Reason;
import skylark.domain.RiskClass;
import skylark.domain.Slot;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * Judges one utterance against the state of the moment. Pure, and so for any thread; what an utterance means inside a
 * conversation (confirmations, undoing, repetitions) is the dialogue's business.
 */
public final class Gate {
    private static final Set<String> TURNS = Set.of("left", "right");
    private static final Set<String> FACES = Set.of("north", "east", "south", "west", "left", "right", "back");
    private static final Set<String> GIMBALS = Set.of("up", "down", "forward");

    private final SafetySettings limits;
    private final RuleBook rules;

    /** @param lightRelay the relay of the lights; -1 when there are none */
    public Gate(SafetySettings limits, int lightRelay) {
        this.limits = limits;
        this.rules = new RuleBook(lightRelay);
    }

    /**
     * What becomes of {@code heard} in {@code state}. A confirmation is only answered here: it counts in a dialogue.
     */
    public Verdict judge(Understanding heard, VehicleState state, Conditions conditions) {
        Intent intent = heard.intent();
        RiskClass risk = effectiveClass(intent, state);
        return switch (risk) {
            case S -> intent == Intent.CANCEL ? Verdict.answer(risk) : Verdict.execute(risk, safing(intent, state));
            case X -> Verdict.refuse(risk, Reason.EXCLUDED);
            case Q, D -> talk(heard, risk);
            case R, C -> command(heard, state, risk, conditions);
        };
    }

    /** The class of the catalogue, made stricter or milder by the state. */
    public RiskClass effectiveClass(Intent intent, VehicleState state) {
        return switch (intent) {
            case RETURN_HOME -> state.winchM() != null && state.winchM() > 0 ? RiskClass.C : RiskClass.R;
            case LAND -> state.homeM() != null && state.homeM() <= limits.nearHomeM() ? RiskClass.R : RiskClass.C;
            default -> intent.riskClass();
        };
    }

    /** Stops the vehicle where it is, motors running. */
    public VehicleCommand hold(VehicleState state) {
        return CommandMaker.HOLD.make(Slots.NONE, state, limits);
    }

    /**
     * What takes a reversible command back: the opposite where there is one, else the vehicle holds. Holding is allowed
     * while a command is in flight, and wherever the vehicle is; the opposite is a command like any other.
     *
     * @param before the state in which it was given
     * @param now the state of this moment
     */
    public Undo undo(Intent intent, Slots slots, VehicleState before, VehicleState now, Conditions conditions) {
        Reason authority = authority(now, conditions);
        if (authority != null) {
            return new Undo(intent, slots, null, authority);
        }
        Double headingDeg = before.headingDeg();
        return switch (intent) {
            case VIDEO, LIGHT -> taken(intent, opposite(slots), now, conditions);
            case GIMBAL -> taken(intent, Slots.ofDirection("forward"), now, conditions);
            case TURN, FACE ->
                headingDeg == null
                        ? new Undo(Intent.STOP, Slots.NONE, hold(now), null)
                        : taken(Intent.FACE, Slots.NONE.withDegrees(headingDeg), now, conditions);
            case PHOTO -> new Undo(intent, slots, null, null);
            default -> new Undo(Intent.STOP, Slots.NONE, hold(now), null);
        };
    }

    private Undo taken(Intent intent, Slots slots, VehicleState now, Conditions conditions) {
        Rule rule = rules.known(intent);
        Reason failure = conditions.commandInFlight() ? Reason.BUSY : rule.failure(now, limits);
        VehicleCommand command = failure == null ? rule.commands().make(slots, now, limits) : null;
        return new Undo(intent, slots, command, failure);
    }

    /**
     * How a command is taken back.
     *
     * @param spokenAs the intent, with its slots, that the reply reads back
     * @param command null when it cannot be undone
     * @param reason why it must not be, if that is so
     */
    public record Undo(Intent spokenAs, Slots slots, @Nullable VehicleCommand command, @Nullable Reason reason) {}

    private @Nullable VehicleCommand safing(Intent intent, VehicleState state) {
        return intent == Intent.STOP ? hold(state) : null;
    }

    private static Verdict talk(Understanding heard, RiskClass risk) {
        if (heard.intent() == Intent.OUT_OF_SCOPE) {
            return Verdict.reject(risk, Reason.OUT_OF_SCOPE);
        }
        List<Slot> missing = heard.intent().missing(heard.slots());
        return missing.isEmpty() ? Verdict.answer(risk) : Verdict.ask(risk, missing.get(0));
    }

    private Verdict command(Understanding heard, VehicleState state, RiskClass risk, Conditions conditions) {
        double least = risk == RiskClass.C ? limits.criticalConfidence() : limits.commandConfidence();
        if (!(heard.confidence() >= least)) {
            return Verdict.reject(risk, Reason.NOT_UNDERSTOOD);
        }
        Rule rule = rules.of(heard.intent());
        if (rule == null) {
            return Verdict.refuse(risk, Reason.NOT_CONFIGURED);
        }
        Reason authority = authority(state, conditions);
        if (authority == null && conditions.commandInFlight()) {
            authority = Reason.BUSY;
        }
        if (authority != null) {
            return Verdict.refuse(risk, authority);
        }
        boolean unclear = risk == RiskClass.C && !conditions.hearsWell();
        return unclear ? Verdict.deaf() : byRule(rule, heard.intent(), heard.slots(), state, risk);
    }

    /** Autopilot and pilot always win, and old data is no ground to act on. */
    private static @Nullable Reason authority(VehicleState state, Conditions conditions) {
        if (state.hasFailsafe()) {
            return Reason.FAILSAFE_ACTIVE;
        }
        if (conditions.pilotHasControl()) {
            return Reason.PILOT_HAS_CONTROL;
        }
        return state.isStale() ? Reason.STATE_UNKNOWN : null;
    }

    private Verdict byRule(Rule rule, Intent intent, Slots slots, VehicleState state, RiskClass risk) {
        Reason failure = rule.failure(state, limits);
        if (failure != null && failure != Reason.STATE_UNKNOWN) {
            return Verdict.refuse(risk, failure);
        }
        Optional<Limit> limit = rule.envelope().broken(slots, state, limits);
        if (limit.isPresent()) {
            return Verdict.outOfRange(risk, limit.get());
        }
        Optional<Slot> missing = missing(intent, slots);
        if (missing.isPresent()) {
            return Verdict.ask(risk, missing.get());
        }
        return failure == null ? pass(rule, slots, state, risk) : Verdict.unknown(risk, rule.unknown(state, limits));
    }

    private Verdict pass(Rule rule, Slots slots, VehicleState state, RiskClass risk) {
        if (missingHeight(rule, slots, state)) {
            return Verdict.unknown(risk, Precondition.HEIGHT_KNOWN.subject());
        }
        VehicleCommand command = rule.commands().make(slots, state, limits);
        return risk == RiskClass.C
                ? Verdict.challenge(command, Objects.requireNonNull(rule.phrase(), "a critical rule has a phrase"))
                : Verdict.execute(risk, command);
    }

    /** "Move up" needs the height that a level move does not. */
    private static boolean missingHeight(Rule rule, Slots slots, VehicleState state) {
        boolean vertical = "up".equals(slots.direction()) || "down".equals(slots.direction());
        return rule.commands() == CommandMaker.MOVE && vertical && state.altM() == null;
    }

    /** The first slot that is missing, or that says a direction in which this cannot be done. */
    private static Optional<Slot> missing(Intent intent, Slots slots) {
        List<Slot> missing = intent.missing(slots);
        if (!missing.isEmpty()) {
            return Optional.of(missing.get(0));
        }
        String direction = slots.direction();
        boolean possible =
                switch (intent) {
                    case TURN -> TURNS.contains(Objects.requireNonNull(direction));
                    case FACE -> slots.degrees() != null || FACES.contains(Objects.requireNonNull(direction));
                    case GIMBAL -> GIMBALS.contains(Objects.requireNonNull(direction));
                    default -> true;
                };
        return possible ? Optional.empty() : Optional.of(Slot.DIRECTION);
    }

    private static Slots opposite(Slots slots) {
        return slots.withState("on".equals(slots.state()) ? "off" : "on");
    }
}
