package skylark.gate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skylark.config.SafetySettings;
import skylark.domain.Slots;
import skylark.domain.VehicleState;

/** The values a command may take. */
interface Envelope {
    Envelope NONE = (slots, state, limits) -> Optional.empty();

    /** What would have been allowed, when {@code slots} ask for something else; a slot that is absent breaks nothing. */
    Optional<Limit> broken(Slots slots, VehicleState state, SafetySettings limits);

    Envelope STEP = (slots, state, limits) -> outside(slots.metres(), step(limits));
    Envelope CLIMB = (slots, state, limits) -> height(slots, state, limits, +1);
    Envelope DESCEND = (slots, state, limits) -> height(slots, state, limits, -1);
    Envelope MOVE = (slots, state, limits) -> "up".equals(slots.direction())
            ? CLIMB.broken(slots.withReference("by"), state, limits)
            : "down".equals(slots.direction())
                    ? DESCEND.broken(slots.withReference("by"), state, limits)
                    : STEP.broken(slots, state, limits);
    Envelope TURN = (slots, state, limits) -> outside(slots.degrees(), new Limit(1, 360, "degree"));
    /** North is said as zero and as three six zero. */
    Envelope FACE = (slots, state, limits) -> outside(slots.degrees(), new Limit(0, 360, "degree"));

    Envelope SPEED = (slots, state, limits) ->
            outside(slots.mps(), new Limit(SafetySettings.SPEED_MIN_MPS, limits.speedMaxMps(), "meter per second"));
    Envelope TAKEOFF = (slots, state, limits) ->
            outside(slots.metres(), Limit.metres(SafetySettings.TAKEOFF_MIN_M, limits.takeoffMaxM()));
    Envelope WINCH = (slots, state, limits) ->
            outside(slots.metres(), Limit.metres(SafetySettings.WINCH_MIN_M, limits.winchMaxM()));
    Envelope WAYPOINT = (slots, state, limits) -> state.waypoints() == null || slots.waypoint() == null
            ? Optional.empty()
            : outside(slots.waypoint().doubleValue(), new Limit(1, state.waypoints(), "waypoint"));

    private static Limit step(SafetySettings limits) {
        return Limit.metres(SafetySettings.STEP_MIN_M, limits.stepMaxM());
    }

    private static Optional<Limit> outside(@Nullable Double value, Limit limit) {
        return value == null || limit.admits(value) ? Optional.empty() : Optional.of(limit);
    }

    /** @param sign +1 to climb, -1 to descend */
    private static Optional<Limit> height(Slots slots, VehicleState state, SafetySettings limits, int sign) {
        Double metres = slots.metres();
        Double altM = state.altM();
        if (metres == null) {
            return Optional.empty();
        }
        return "to".equals(slots.reference())
                ? outside(metres, targets(altM, limits, sign))
                : byStep(metres, altM, limits, sign);
    }

    /** Heights to go to: a climb must not go down, nor a descent up; a metre is the measurement's own noise. */
    private static Limit targets(@Nullable Double altM, SafetySettings limits, int sign) {
        double low = limits.heightMinM();
        double high = limits.heightMaxM();
        if (altM != null && sign > 0) {
            low = Math.min(high, Math.max(low, Math.floor(altM - 1)));
        } else if (altM != null) {
            high = Math.max(low, Math.min(high, Math.ceil(altM + 1)));
        }
        return Limit.metres(low, high);
    }

    private static Optional<Limit> byStep(double metres, @Nullable Double altM, SafetySettings limits, int sign) {
        if (!step(limits).admits(metres) || altM == null) {
            return outside(metres, step(limits));
        }
        Limit heights = Limit.metres(limits.heightMinM(), limits.heightMaxM());
        if (heights.admits(altM + sign * metres)) {
            return Optional.empty();
        }
        double room = Math.floor(sign > 0 ? heights.max() - altM : altM - heights.min());
        boolean someRoom = room >= SafetySettings.STEP_MIN_M && room < metres;
        return Optional.of(someRoom ? Limit.metres(SafetySettings.STEP_MIN_M, room) : heights);
    }
}
