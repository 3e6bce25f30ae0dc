package skylark.telemetry.announce;

import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/** Taking off, landing, landed; and the last metres called out. */
final class FlightWatch implements Watch {
    private static final double[] CALLED_M = {20, 10, 5, 3};
    private static final double STILL_M = 1.5;

    private @Nullable String landed;
    private @Nullable Double heightM;

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        String before = landed;
        landed = now.landed() == null ? before : now.landed();
        if (before != null && !before.equals(landed)) {
            switch (landed == null ? "" : landed) {
                case "takeoff" -> sink.raise(Candidate.of(Code.TAKEOFF));
                case "landing" -> sink.raise(Candidate.of(Code.LANDING));
                case "ground" -> sink.raise(Candidate.of(Code.LANDED));
                default -> {}
            }
        }
        callOut(now, sink);
    }

    private void callOut(VehicleState now, Sink sink) {
        Double before = heightM;
        Double height = now.altM();
        heightM = height;
        if (before == null || height == null || !"landing".equals(landed)) {
            return;
        }
        for (double call : CALLED_M) {
            if (before > call && height <= call) {
                sink.raise(Candidate.of(Code.DESCENT).whileTrue(later -> near(later, call)));
            }
        }
    }

    private static boolean near(VehicleState state, double callM) {
        return state.altM() != null && Math.abs(state.altM() - callM) <= STILL_M;
    }
}
