package skylark.telemetry.announce;

import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * The flight mode, settled for a second, unless our own reply or another announcement says it; and failsafes, again
 * whenever the vehicle then does something else. A mode change without a failsafe may be the pilot's own doing, so it
 * is a transition, not an emergency.
 */
final class ModeWatch implements Watch {
    private static final long SETTLE_NS = 1_000_000_000;

    private final OwnCommands own = new OwnCommands();
    private @Nullable String settled;
    private @Nullable String pending;
    private @Nullable String failsafe;
    private boolean baseline;
    private long pendingSinceNs;

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        failsafe(now, sink);
        String mode = now.mode();
        if (mode == null || mode.equals(settled)) {
            pending = null;
        } else if (settled == null) {
            settled = mode;
        } else if (!mode.equals(pending)) {
            pending = mode;
            pendingSinceNs = nowNs;
        } else if (nowNs - pendingSinceNs >= SETTLE_NS) {
            settled = mode;
            pending = null;
            changed(mode, now, nowNs, sink);
        }
    }

    private void failsafe(VehicleState now, Sink sink) {
        String text = now.hasFailsafe() ? now.failsafe() : null;
        if (baseline && text != null && !text.equals(failsafe)) {
            sink.raise(Candidate.of(Code.FAILSAFE));
        }
        failsafe = text;
        baseline = true;
    }

    private void changed(String mode, VehicleState now, long nowNs, Sink sink) {
        Candidate candidate = Candidate.of(Code.MODE).whileTrue(later -> mode.equals(later.mode()));
        if (now.hasFailsafe()) {
            sink.raise(Candidate.of(Code.FAILSAFE).whileTrue(later -> mode.equals(later.mode())));
        } else if (own.explain(mode, nowNs)) {
            sink.pass(candidate, "our own reply says it");
        } else if ("LAND".equals(mode)) {
            sink.pass(candidate, "LANDING says it");
        } else {
            sink.raise(candidate);
        }
    }

    @Override
    public void asked(VehicleCommand command, long nowNs) {
        own.asked(command, nowNs);
    }
}
