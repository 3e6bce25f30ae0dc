package skylark.app;

import java.util.List;
import java.util.function.BiPredicate;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.DeliveryFlight.Leg;

/** What the operator says in the demo, and what must have come about in the air before each line. */
final class MissionScript {

    /**
     * One line.
     *
     * @param recording its number among the mission's recordings
     * @param when told the vehicle's state and where the delivery stands
     */
    record Line(int recording, BiPredicate<VehicleState, Leg> when) {
        String file() {
            return String.format("mission-%02d.wav", recording);
        }
    }

    private static final BiPredicate<VehicleState, Leg> AT_ONCE = (state, leg) -> true;
    private static final BiPredicate<VehicleState, Leg> ARMED = (state, leg) -> Boolean.TRUE.equals(state.armed());
    private static final BiPredicate<VehicleState, Leg> UNDER_WAY = (state, leg) -> leg == Leg.TRANSIT;
    private static final BiPredicate<VehicleState, Leg> OVER_DROP = (state, leg) -> leg == Leg.RELEASING;
    private static final BiPredicate<VehicleState, Leg> RETURNING = (state, leg) -> leg == Leg.RETURNING;
    private static final BiPredicate<VehicleState, Leg> LANDED = (state, leg) -> leg == Leg.DONE;

    static final List<Line> LINES = List.of(
            new Line(0, AT_ONCE),
            new Line(1, AT_ONCE),
            new Line(2, AT_ONCE),
            new Line(3, AT_ONCE),
            new Line(4, AT_ONCE),
            new Line(5, ARMED),
            new Line(6, AT_ONCE),
            new Line(7, UNDER_WAY),
            new Line(8, AT_ONCE),
            new Line(10, AT_ONCE),
            new Line(9, OVER_DROP),
            new Line(12, AT_ONCE),
            new Line(13, AT_ONCE),
            new Line(15, RETURNING),
            new Line(17, LANDED));

    private MissionScript() {}
}
