package skylark.telemetry.announce;

import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/** On the way home: two minutes, one minute, thirty seconds. */
final class HomeWatch implements Watch {
    private static final double[] CALLED_S = {120, 60, 30};
    private static final double STILL = 0.25;

    private @Nullable Double etaS;

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        Double before = etaS;
        etaS = Holds.RETURNING.test(now) ? now.etaS() : null;
        if (before == null || etaS == null) {
            return;
        }
        for (double call : CALLED_S) {
            if (before > call && etaS <= call) {
                sink.raise(Candidate.of(Code.HOME_ETA).whileTrue(later -> near(later, call)));
            }
        }
    }

    private static boolean near(VehicleState state, double callS) {
        return state.etaS() != null && Math.abs(state.etaS() - callS) <= callS * STILL;
    }
}
