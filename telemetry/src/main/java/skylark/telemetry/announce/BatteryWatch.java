package skylark.telemetry.announce;

import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/** Low, critical, emergency with a hold of 5 s and 3 % of hysteresis; and the steps on the way down. */
final class BatteryWatch implements Watch {
    private static final double[] STEPS_PCT = {75, 50, 40, 30};
    private static final double LOW_STEP_PCT = 5;
    private static final double SWAPPED_PCT = 5;
    private static final double STILL_PCT = 3;
    private static final long HOLD_MS = 5_000;
    private static final long CRITICAL_NS = 15_000_000_000L;
    private static final long EMERGENCY_NS = 10_000_000_000L;

    private final Level low = new Level(25);
    private final Level critical = new Level(15);
    private final Level emergency = new Level(7);
    private @Nullable Double lowestPct;
    private double lowSaidPct;
    private boolean acknowledged;
    private long remindedNs;

    /** One threshold. */
    private static final class Level {
        private static final double HYSTERESIS_PCT = 3;

        private final double pct;
        private final Settled below = new Settled(HOLD_MS, HOLD_MS);

        Level(double pct) {
            this.pct = pct;
        }

        boolean fell(double nowPct, long nowNs) {
            double threshold = below.isTrue() ? pct + HYSTERESIS_PCT : pct;
            return below.look(nowPct <= threshold, nowNs) == Settled.Edge.ROSE;
        }

        boolean active() {
            return below.isTrue();
        }
    }

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        Double pct = now.batteryPct();
        if (pct == null) {
            return;
        }
        if (lowestPct == null) {
            lowSaidPct = pct;
            remindedNs = nowNs;
        }
        steps(pct, Holds.ARMED.test(now), sink);
        boolean lowFell = low.fell(pct, nowNs);
        boolean criticalFell = critical.fell(pct, nowNs);
        boolean emergencyFell = emergency.fell(pct, nowNs);
        if (emergency.active()) {
            remind(Code.BAT_EMER, emergencyFell, EMERGENCY_NS, nowNs, sink);
        } else if (critical.active()) {
            acknowledged &= !criticalFell;
            remind(Code.BAT_CRIT, criticalFell, acknowledged ? Long.MAX_VALUE : CRITICAL_NS, nowNs, sink);
        } else if (low.active()) {
            low(pct, lowFell, sink);
        }
    }

    private void steps(double pct, boolean armed, Sink sink) {
        Double before = lowestPct;
        if (before == null || pct > before + SWAPPED_PCT) {
            lowestPct = pct;
            return;
        }
        for (double step : STEPS_PCT) {
            if (armed && before > step && pct <= step) {
                sink.raise(Candidate.of(Code.BAT_STEP).whileTrue(later -> near(later, step)));
            }
        }
        lowestPct = Math.min(before, pct);
    }

    private static boolean near(VehicleState state, double stepPct) {
        return state.batteryPct() != null && state.batteryPct() > stepPct - STILL_PCT;
    }

    private void low(double pct, boolean fell, Sink sink) {
        if (fell || pct <= lowSaidPct - LOW_STEP_PCT) {
            lowSaidPct = pct;
            sink.raise(Candidate.of(Code.BAT_LOW));
        }
    }

    private void remind(Code code, boolean fell, long everyNs, long nowNs, Sink sink) {
        if (fell || nowNs - remindedNs >= everyNs) {
            remindedNs = nowNs;
            sink.raise(Candidate.of(code));
        }
    }

    @Override
    public void acknowledged() {
        acknowledged = true;
    }
}
