package skylark.telemetry.announce;

import java.util.Set;
import java.util.function.Predicate;
import skylark.domain.VehicleState;

/** Conditions on the vehicle's state; the unknown does not hold. */
final class Holds {
    /** Seconds without a word from the autopilot after which it counts as lost. */
    static final double SILENT_S = 3;

    private static final double CALM_MPS = 9;

    static final Predicate<VehicleState> ALWAYS = state -> true;
    static final Predicate<VehicleState> ARMED = state -> Boolean.TRUE.equals(state.armed());
    static final Predicate<VehicleState> DISARMED = state -> Boolean.FALSE.equals(state.armed());
    static final Predicate<VehicleState> LINK_GONE = state -> state.linkPct() != null && state.linkPct() <= 0;
    static final Predicate<VehicleState> NO_FIX = state -> state.gpsFix() != null && state.gpsFix() < 3;
    static final Predicate<VehicleState> RELEASED = state -> "released".equals(state.payload());
    static final Predicate<VehicleState> RETURNING = state -> "RTL".equals(state.mode()) && state.inAir();
    static final Predicate<VehicleState> WINDY = state -> state.windMps() != null && state.windMps() >= CALM_MPS;
    static final Predicate<VehicleState> SILENT = state -> state.ageS() != null && state.ageS() > SILENT_S;

    private Holds() {}

    static Predicate<VehicleState> batteryAtMost(double pct) {
        return state -> state.batteryPct() != null && state.batteryPct() <= pct;
    }

    static Predicate<VehicleState> landed(String... words) {
        Set<String> wanted = Set.of(words);
        return state -> state.landed() != null && wanted.contains(state.landed());
    }
}
