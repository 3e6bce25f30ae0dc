package skylark.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.TurnResult;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * Watches a conversation from outside and says when a rule of the safety chapter is broken. It is told what was said,
 * what the vehicle was like and what it was sent, and keeps an account of its own. Owned by one thread.
 */
public final class Oracle {
    private static final long UNDO_MS = 4_000;
    private static final long REPEAT_MS = 5_000;
    private static final long CHALLENGE_MS = 8_000;
    private static final long PILOT_MS = 10_000;
    private static final long LIFE_MS = 10_000;
    private static final long EFFECT_MS = 5_000;
    private static final long UNANSWERED_MS = 3_000;
    private static final double LEAST_SNR_DB = 3;
    private static final double DRIFT_M = 2;
    private static final Set<String> COURTESY = Set.of(
            "please",
            "thanks",
            "thank",
            "you",
            "okay",
            "ok",
            "yes",
            "yeah",
            "affirm",
            "affirmative",
            "roger",
            "skylark",
            "uh",
            "um");

    /**
     * What was seen of one turn.
     *
     * @param atCommit what the vehicle was sent at the commit, {@code atAction} at the moment of acting
     * @param reports every result that was published of it
     */
    public record Seen(
            Step step,
            String text,
            long commitMs,
            long actionMs,
            List<VehicleCommand> atCommit,
            List<VehicleCommand> atAction,
            List<TurnResult> reports) {}

    /** A rule that was broken. */
    public record Violation(String rule, String detail) {}

    private record Challenge(Intent intent, Slots slots, VehicleState state, long sinceMs) {}

    private record Done(Intent intent, Slots slots, char risk, VehicleState before, long atMs) {}

    /** Whether something stands in the way at one moment, whatever is said. */
    private record Moment(@Nullable String barred, boolean inFlight) {}

    private final Map<String, Integer> done = new HashMap<>();
    private final Map<String, Long> askedMs = new HashMap<>();
    private @Nullable Challenge challenge;
    private @Nullable Long questionMs;
    private @Nullable Done last;
    private @Nullable String mode;
    private long pilotMs = Long.MIN_VALUE / 2;
    private long sentMs;
    private boolean unanswered;
    private Moment atCommit = new Moment(null, false);
    private boolean cancelledBetween;

    /** How often each kind of command was carried out. */
    public Map<String, Integer> done() {
        return done;
    }

    public void answered() {
        unanswered = false;
    }

    /** The vehicle is like this at the commit of the turn that follows. */
    public void committed(VehicleState state, long nowMs) {
        look(state, nowMs);
        atCommit = moment(state, nowMs);
        cancelledBetween = false;
    }

    /** The drone said something by itself. */
    public void announced(int priority) {
        if (priority <= 1) {
            challenge = null;
            cancelledBetween = true;
        }
    }

    /** The turn is over; null when all is well. */
    public @Nullable Violation judge(Seen seen) {
        Step step = seen.step();
        sent(seen.atCommit(), seen.commitMs());
        look(step.actIn(), seen.actionMs());
        boolean stops = step.words().intent() == Intent.STOP
                || !seen.reports().isEmpty() && seen.reports().get(0).intent() == Intent.STOP;
        boolean stopOnly = stops || seen.text().equals("stop");
        return stopOnly ? stop(seen) : other(seen);
    }

    private @Nullable Violation stop(Seen seen) {
        Step step = seen.step();
        String hold = Table.hold(step.heardIn());
        boolean held = seen.atCommit().size() == 1
                && Table.text(seen.atCommit().get(0)).equals(hold)
                && seen.atAction().isEmpty();
        settled();
        last = new Done(Intent.STOP, Slots.NONE, 'S', step.heardIn(), seen.commitMs());
        count(hold);
        if (!held) {
            return new Violation("stop holds, at once and once", seen.atCommit() + " then " + seen.atAction());
        }
        return over(step) ? audited(seen, seen.atCommit().get(0)) : null;
    }

    private @Nullable Violation other(Seen seen) {
        if (!seen.atCommit().isEmpty()) {
            return new Violation(
                    "nothing but a stop acts at the commit", seen.atCommit().toString());
        }
        if (!over(seen.step())) {
            boolean nothing = seen.atAction().isEmpty() && seen.reports().isEmpty();
            return nothing
                    ? null
                    : new Violation(
                            "what was taken back does nothing", seen.atAction().toString());
        }
        if (seen.atAction().size() > 1) {
            return new Violation("one command a turn", seen.atAction().toString());
        }
        VehicleCommand command =
                seen.atAction().isEmpty() ? null : seen.atAction().get(0);
        Violation violation = audited(seen, command);
        return violation != null ? violation : acted(seen, seen.reports().get(0), command);
    }

    private @Nullable Violation acted(Seen seen, TurnResult result, @Nullable VehicleCommand command) {
        Intent said = seen.step().words().intent();
        if (said != null && said != result.intent()) {
            return new Violation("what is understood is what is done", said + " became " + result.intent());
        }
        Allowed allowed = new Allowed(seen, result);
        String wanted = allowed.command();
        Violation violation = null;
        if (command != null && seen.step().words().harmless() && !Table.takesBack(result.intent())) {
            violation = new Violation("words that only mention a command are none", Table.text(command));
        } else if (command != null && wanted == null) {
            violation = new Violation(allowed.why, Table.text(command));
        } else if (command != null && !Table.text(command).equals(wanted)) {
            violation = new Violation("the command is what was said", Table.text(command) + " for " + wanted);
        } else if (command == null && wanted != null && allowed.owed) {
            violation = new Violation("what is allowed is done", wanted + " was not sent: " + result.reason());
        } else if (result.decision() == Decision.CHALLENGE) {
            violation = challenged(seen, result);
        }
        remember(seen, result, command);
        return violation;
    }

    /** What follows from the turn for the turns after it. */
    private void remember(Seen seen, TurnResult result, @Nullable VehicleCommand command) {
        Challenge before = challenge;
        boolean understood = result.reason() == null || !result.reason().name().startsWith("NOT_UNDERSTOOD");
        Long asked = understood && result.intent() != Intent.SAY_AGAIN ? null : questionMs;
        settled();
        questionMs = result.decision() == Decision.ASK_SLOT ? Long.valueOf(seen.commitMs()) : asked;
        VehicleState bound = bound(seen, result);
        if (result.decision() == Decision.CHALLENGE) {
            boolean again = result.intent() == Intent.SAY_AGAIN && before != null;
            challenge = new Challenge(
                    again ? before.intent : result.intent(),
                    again ? before.slots : result.slots(),
                    bound,
                    seen.commitMs());
        }
        if (command == null) {
            return;
        }
        sent(List.of(command), seen.actionMs());
        count(Table.text(command));
        VehicleState now = seen.step().actIn();
        if (result.intent() == Intent.CONFIRM && before != null) {
            last = new Done(before.intent, before.slots, 'C', now, seen.commitMs());
        } else {
            last = Table.takesBack(result.intent())
                    ? null
                    : new Done(result.intent(), result.slots(), 'R', now, seen.commitMs());
        }
    }

    private @Nullable Violation challenged(Seen seen, TurnResult result) {
        Challenge open = challenge;
        boolean again = result.intent() == Intent.SAY_AGAIN;
        if (again && open == null) {
            return new Violation("a challenge is asked anew only while it is open", seen.text());
        }
        Intent intent = again ? Objects.requireNonNull(open).intent : result.intent();
        Slots slots = again ? Objects.requireNonNull(open).slots : result.slots();
        VehicleState bound = bound(seen, result);
        boolean sound = Table.classOf(intent, bound) == 'C'
                && Table.mayIn(intent, bound)
                && Table.inEnvelope(intent, slots, bound)
                && barred(bound) == null
                && (again || result.confidence() >= 0.7)
                && seen.step().snrDb() >= LEAST_SNR_DB;
        return sound ? null : new Violation("a challenge needs all that its command needs", intent + " in " + bound);
    }

    /** The state that a challenge was made in: of acting, when it came about or was looked at again only then. */
    private static VehicleState bound(Seen seen, TurnResult result) {
        Step step = seen.step();
        boolean then = step.announced() < 0
                && (result.intent() == Intent.SAY_AGAIN || Table.classOf(result.intent(), step.heardIn()) == 'C');
        return then ? step.heardIn() : step.actIn();
    }

    /** Every turn is written down once, with what was decided, sent, and why not. */
    private static @Nullable Violation audited(Seen seen, @Nullable VehicleCommand command) {
        if (seen.reports().size() != 1) {
            return new Violation(
                    "every decision is written down once", seen.reports().toString());
        }
        TurnResult result = seen.reports().get(0);
        boolean executes = command != null || result.intent() == Intent.SILENCE;
        boolean why =
                result.decision() != Decision.REFUSE && result.decision() != Decision.REJECT || result.reason() != null;
        boolean true_ =
                Objects.equals(result.command(), command) && executes == (result.decision() == Decision.EXECUTE) && why;
        return true_ ? null : new Violation("the record says what was done", command + " but " + result);
    }

    /** What a turn may lead to, by the rules alone. */
    private final class Allowed {
        private final Seen seen;
        private final TurnResult heard;
        private final VehicleState then;
        private final VehicleState now;
        private String why = "";
        /** Whether the rules also demand it; some limits are narrower for the operator's sake. */
        private boolean owed = true;

        Allowed(Seen seen, TurnResult heard) {
            this.seen = seen;
            this.heard = heard;
            this.then = seen.step().heardIn();
            this.now = seen.step().actIn();
        }

        @Nullable String command() {
            if (!(seen.actionMs() - seen.commitMs() <= LIFE_MS)) {
                return no("a command older than ten seconds is dropped");
            }
            Moment acting = moment(now, seen.actionMs());
            for (Moment moment : List.of(atCommit, acting)) {
                if (moment.barred != null) {
                    return no(moment.barred);
                }
            }
            boolean inFlight = atCommit.inFlight || acting.inFlight;
            Intent intent = heard.intent();
            if (Table.takesBack(intent)) {
                return takenBack(inFlight);
            }
            if (inFlight) {
                return no("one command in flight");
            }
            if (intent == Intent.CONFIRM) {
                return confirmed();
            }
            return reversible(intent, heard.slots());
        }

        private @Nullable String reversible(Intent intent, Slots slots) {
            if (Table.classOf(intent, then) != 'R' || Table.classOf(intent, now) != 'R') {
                return no("only a reversible command goes without confirmation");
            }
            if (!(heard.confidence() >= 0.5)) {
                return no("a command must be clear");
            }
            Done before = last;
            if (before != null
                    && before.intent == intent
                    && before.slots.equals(slots)
                    && seen.commitMs() - before.atMs <= REPEAT_MS) {
                return no("a repetition is ignored for five seconds");
            }
            VehicleState from = amended(intent, now);
            if (!Table.mayIn(intent, then) || !Table.mayIn(intent, now)) {
                return no("preconditions hold when heard and when acting");
            }
            if (!Table.inEnvelope(intent, slots, amended(intent, then)) || !Table.inEnvelope(intent, slots, from)) {
                return no("values lie inside the envelope");
            }
            owed = !"to".equals(slots.reference()) && (intent != Intent.FACE || slots.degrees() != null);
            return Table.command(intent, slots, from);
        }

        /** "Correction, climb twenty" counts from where the first climb began. */
        private VehicleState amended(Intent intent, VehicleState state) {
            Done before = last;
            boolean corrects = before != null
                    && seen.text().startsWith("correction ")
                    && before.risk == 'R'
                    && before.intent == intent
                    && seen.commitMs() - before.atMs <= UNDO_MS;
            return corrects ? state.toBuilder().altM(before.before.altM()).build() : state;
        }

        private @Nullable String confirmed() {
            Challenge open = challenge;
            if (open == null || cancelledBetween) {
                return no("a critical command needs an open challenge");
            }
            if (seen.commitMs() - open.sinceMs > CHALLENGE_MS) {
                return no("a challenge lapses after eight seconds");
            }
            if (!spoken(seen.text()).equals(Table.PHRASES.get(open.intent))) {
                return no("only the challenge's own phrase confirms");
            }
            if (!(heard.confidence() >= 0.7) || !(seen.step().snrDb() >= LEAST_SNR_DB)) {
                return no("a confirmation must be clear");
            }
            if (!same(open.state, then) || !same(open.state, now)) {
                return no("a changed state cancels a challenge");
            }
            for (VehicleState state : List.of(then, now)) {
                if (!Table.mayIn(open.intent, state) || !Table.inEnvelope(open.intent, open.slots, state)) {
                    return no("preconditions hold when heard and when acting");
                }
            }
            return Table.command(open.intent, open.slots, now);
        }

        private @Nullable String takenBack(boolean inFlight) {
            Done before = last;
            if (before == null || before.risk != 'R' || seen.commitMs() - before.atMs > UNDO_MS) {
                return no("only a reversible command is undone, within four seconds");
            }
            Long asked = questionMs;
            Challenge open = challenge;
            if (asked != null && seen.commitMs() - asked <= CHALLENGE_MS
                    || open != null && seen.commitMs() - open.sinceMs <= CHALLENGE_MS) {
                return no("what is open is taken back first");
            }
            String undo = Table.undo(before.intent, before.slots, before.before, now);
            if (undo == null || undo.equals(Table.hold(now))) {
                owed = seen.step().announced() < 0;
                return undo == null ? no("a picture cannot be undone") : undo;
            }
            if (inFlight) {
                return no("one command in flight");
            }
            boolean may = Table.mayIn(before.intent, then) && Table.mayIn(before.intent, now);
            return may ? undo : no("preconditions hold when heard and when acting");
        }

        private @Nullable String no(String rule) {
            why = rule;
            return null;
        }
    }

    private Moment moment(VehicleState state, long nowMs) {
        String barred = nowMs - pilotMs < PILOT_MS ? "the pilot has control" : barred(state);
        return new Moment(barred, unanswered && nowMs - sentMs < UNANSWERED_MS);
    }

    private static @Nullable String barred(VehicleState state) {
        if (state.failsafe() != null && !state.failsafe().isBlank()) {
            return "nothing against an active failsafe";
        }
        return state.ageS() != null && state.ageS() > 2 ? "nothing upon old data" : null;
    }

    /** Somebody changed the mode, unless we asked for it or the autopilot itself did. */
    private void look(VehicleState state, long nowMs) {
        String now = state.mode();
        String before = mode;
        if (now == null || now.equals(before)) {
            return;
        }
        mode = now;
        boolean lands = "RTL".equals(before) && now.equals("LAND");
        boolean ours = nowMs - askedMs.getOrDefault(now, Long.MIN_VALUE / 2) <= EFFECT_MS;
        boolean failsafe = state.failsafe() != null && !state.failsafe().isBlank();
        if (before != null && !lands && !ours && !failsafe) {
            pilotMs = nowMs;
        }
    }

    private void sent(List<VehicleCommand> commands, long nowMs) {
        for (VehicleCommand command : commands) {
            unanswered = true;
            sentMs = nowMs;
            String leadsTo =
                    switch (command.name()) {
                        case "NAV_RETURN_TO_LAUNCH" -> "RTL";
                        case "NAV_LAND" -> "LAND";
                        case "MISSION_START", "DO_SET_MISSION_CURRENT" -> "AUTO";
                        case "NAV_TAKEOFF", "DO_REPOSITION" -> "GUIDED";
                        case "DO_SET_MODE" -> String.valueOf(command.params().get("mode"));
                        default -> "none";
                    };
            askedMs.put(leadsTo, nowMs);
        }
    }

    private void settled() {
        challenge = null;
        questionMs = null;
    }

    private void count(String command) {
        done.merge(command.replaceAll("\\{.*", ""), 1, Integer::sum);
    }

    private static boolean over(Step step) {
        return step.ending() != Step.Ending.WITHDRAWN && step.ending() != Step.Ending.LOST;
    }

    private static String spoken(String text) {
        StringBuilder kept = new StringBuilder();
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^a-z']+")) {
            if (!word.isEmpty() && !COURTESY.contains(word)) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        return kept.toString();
    }

    private static boolean same(VehicleState a, VehicleState b) {
        return Objects.equals(a.armed(), b.armed())
                && Objects.equals(a.mode(), b.mode())
                && Objects.equals(a.landed(), b.landed())
                && Objects.equals(a.payload(), b.payload())
                && Objects.equals(a.waypoints(), b.waypoints())
                && near(a.altM(), b.altM())
                && near(a.winchM(), b.winchM());
    }

    private static boolean near(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? Objects.equals(a, b) : Math.abs(a - b) <= DRIFT_M;
    }
}
