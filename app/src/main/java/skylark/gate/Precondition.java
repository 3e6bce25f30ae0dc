package skylark.gate;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.config.SafetySettings;
import skylark.domain.Reason;
import skylark.domain.VehicleState;

/** What must hold of the vehicle before a command. */
enum Precondition {
    ARMED("armed state"),
    DISARMED("armed state"),
    IN_AIR("landed state"),
    ON_GROUND("landed state"),
    FIX_3D("GPS fix"),
    HEIGHT_KNOWN("height"),
    STEADY("speed"),
    READY_TO_ARM("sensor health"),
    BATTERY_ENOUGH("battery"),
    MISSION_LOADED("mission"),
    PAYLOAD_ATTACHED("package"),
    /** On the ground, or low and steady in the air. */
    RELEASE_PLACE("height");

    private final String subject;

    Precondition(String subject) {
        this.subject = subject;
    }

    /** What it asks of the vehicle, in words to be spoken. */
    String subject() {
        return subject;
    }

    /** Why it does not hold in {@code state}, or null when it does. */
    @Nullable Reason failure(VehicleState state, SafetySettings limits) {
        return switch (this) {
            case ARMED -> check(state.armed(), armed -> armed, Reason.NOT_ARMED);
            case DISARMED -> check(state.armed(), armed -> !armed, Reason.ALREADY_ARMED);
            case IN_AIR -> check(state.landed(), "air"::equals, Reason.NOT_IN_AIR);
            case ON_GROUND -> check(state.landed(), "ground"::equals, Reason.NOT_ON_GROUND);
            case FIX_3D -> check(state.gpsFix(), fix -> fix >= 3, Reason.NO_FIX);
            case HEIGHT_KNOWN -> check(state.altM(), known -> true, Reason.STATE_UNKNOWN);
            case STEADY -> check(state.speedMps(), speed -> speed <= limits.steadyMps(), Reason.TOO_FAST);
            case READY_TO_ARM -> check(state.health(), failed -> failed.isEmpty(), Reason.NOT_READY_TO_ARM);
            case BATTERY_ENOUGH -> check(state.batteryPct(), pct -> pct >= limits.batteryPct(), Reason.BATTERY_LOW);
            case MISSION_LOADED -> check(state.waypoints(), count -> count >= 1, Reason.NO_MISSION);
            case PAYLOAD_ATTACHED -> check(state.payload(), "attached"::equals, Reason.NO_PAYLOAD);
            case RELEASE_PLACE -> releasePlace(state, limits);
        };
    }

    private static @Nullable Reason releasePlace(VehicleState state, SafetySettings limits) {
        if (state.onGround()) {
            return null;
        }
        Reason flying = IN_AIR.failure(state, limits);
        Reason low = check(state.altM(), alt -> alt <= limits.releaseHeightM(), Reason.TOO_HIGH);
        Reason steady = STEADY.failure(state, limits);
        return worse(worse(flying, low), steady);
    }

    /** Of two failures the first that is sure; unknown only when nothing is sure. */
    static @Nullable Reason worse(@Nullable Reason first, @Nullable Reason second) {
        boolean secondIsSurer = first == Reason.STATE_UNKNOWN && second != null;
        return first == null || secondIsSurer ? second : first;
    }

    private static <T> @Nullable Reason check(@Nullable T value, Predicate<T> holds, Reason otherwise) {
        if (value == null) {
            return Reason.STATE_UNKNOWN;
        }
        return holds.test(value) ? null : otherwise;
    }
}
