package skylark.dialog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * An open challenge: a token that binds intent, slots, command and state. It counts once, for the phrase only.
 *
 * @param asked what was asked for
 * @param readBack its slots with the defaults filled in, as they were spoken
 * @param command what the vehicle is told when the phrase comes
 * @param state of the vehicle when it was asked
 */
record Challenge(
        Understanding asked, Slots readBack, VehicleCommand command, String phrase, VehicleState state, long sinceNs) {
    private static final double DRIFT_M = 2;

    /** Whether the vehicle is still the one that the operator was told about. */
    boolean binds(VehicleState now) {
        return Objects.equals(state.armed(), now.armed())
                && Objects.equals(state.mode(), now.mode())
                && Objects.equals(state.landed(), now.landed())
                && Objects.equals(state.payload(), now.payload())
                && Objects.equals(state.waypoints(), now.waypoints())
                && state.hasFailsafe() == now.hasFailsafe()
                && near(state.altM(), now.altM())
                && near(state.winchM(), now.winchM());
    }

    Challenge at(long ns) {
        return new Challenge(asked, readBack, command, phrase, state, ns);
    }

    private static boolean near(@Nullable Double then, @Nullable Double now) {
        return then == null || now == null ? Objects.equals(then, now) : Math.abs(then - now) <= DRIFT_M;
    }
}
