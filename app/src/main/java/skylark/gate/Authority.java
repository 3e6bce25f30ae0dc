package skylark.gate;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * Who has the vehicle: watches the flight mode for changes that nobody here asked for, and the last command until the
 * vehicle has answered it. Outlives the stages.
 *
 * <p>{@link #look} and {@link #conditions} belong to the thread that decides; the others are for any thread: a stop is sent
 * by whoever hears it.
 */
public final class Authority {
    private static final long PILOT_NS = TimeUnit.SECONDS.toNanos(10);
    /** So long after a command a change of mode is its effect. */
    private static final long EFFECT_NS = TimeUnit.SECONDS.toNanos(5);
    /** Three tries of 700 ms, and some patience: an answer that has not come by then does not come. */
    private static final long UNANSWERED_NS = TimeUnit.SECONDS.toNanos(3);

    private final boolean watches;
    private final Map<String, Long> askedNs = new ConcurrentHashMap<>();
    private volatile long answered;
    private volatile long inFlight;
    private volatile long sentNs;
    private volatile @Nullable String mode;
    private volatile @Nullable Long pilotSinceNs;

    private Authority(boolean watches) {
        this.watches = watches;
    }

    public static Authority overVehicle() {
        return new Authority(true);
    }

    /** Over states that are given, one after the other: what differs between two scenes was nobody's doing. */
    public static Authority overScenes() {
        return new Authority(false);
    }

    /** Looks at the vehicle; often enough that no change of mode is missed. */
    public void look(VehicleState state, long nowNs) {
        String now = state.mode();
        String before = mode;
        if (!watches || now == null || now.equals(before)) {
            return;
        }
        mode = now;
        boolean autopilots = state.hasFailsafe() || "RTL".equals(before) && "LAND".equals(now);
        if (before != null && !autopilots && !explains(now, nowNs)) {
            pilotSinceNs = nowNs;
        }
    }

    /** A command is on its way on the operator's behalf: the mode that it leads to is no surprise. */
    public void asked(VehicleCommand command, long nowNs) {
        modesAfter(command).forEach(next -> askedNs.put(next, nowNs));
    }

    /** @param ticket by which the vehicle's answer will name it; each is greater than the one before */
    public synchronized void sent(VehicleCommand command, long ticket, long nowNs) {
        asked(command, nowNs);
        if (ticket > inFlight) {
            sentNs = nowNs;
            inFlight = ticket;
        }
    }

    /** The vehicle has answered, in whatever way. */
    public void answered(long ticket) {
        answered = Math.max(answered, ticket);
    }

    public Conditions conditions(long nowNs) {
        Long pilot = pilotSinceNs;
        boolean pilots = pilot != null && nowNs - pilot < PILOT_NS;
        boolean waits = inFlight > answered && nowNs - sentNs < UNANSWERED_NS;
        return new Conditions(pilots, waits, true);
    }

    private boolean explains(String next, long nowNs) {
        Long asked = askedNs.get(next);
        return asked != null && nowNs - asked <= EFFECT_NS;
    }

    private static Set<String> modesAfter(VehicleCommand command) {
        return switch (command.name()) {
            case "NAV_RETURN_TO_LAUNCH" -> Set.of("RTL");
            case "NAV_LAND" -> Set.of("LAND");
            case "MISSION_START", "DO_SET_MISSION_CURRENT" -> Set.of("AUTO");
            case "NAV_TAKEOFF", "DO_REPOSITION" -> Set.of("GUIDED", "TAKEOFF", "HOLD");
            case "DO_SET_MODE" -> Set.of(String.valueOf(command.params().get("mode")), "HOLD");
            case "CONDITION_YAW" -> Set.of("HOLD"); // PX4 turns in it, and holds in it where others brake
            default -> Set.of();
        };
    }
}
