package skylark.telemetry.announce;

import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/** The winch: line going out, line in again. Contact with the ground needs a tension sensor, which a state lacks. */
final class WinchWatch implements Watch {
    private static final double OUT_M = 0.3;
    private static final double IN_M = 0.1;

    private @Nullable Boolean out;

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        Double lineM = now.winchM();
        if (lineM == null) {
            return;
        }
        Boolean before = out;
        if (lineM > OUT_M) {
            out = true;
        } else if (lineM < IN_M) {
            out = false;
        }
        if (before != null && !before.equals(out)) {
            boolean isOut = Boolean.TRUE.equals(out);
            sink.raise(Candidate.of(Code.WINCH)
                    .whileTrue(later -> later.winchM() != null && (later.winchM() > IN_M) == isOut));
        }
    }
}
