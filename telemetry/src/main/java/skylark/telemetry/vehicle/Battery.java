package skylark.telemetry.vehicle;

/** Drains with load and speed. Owned by the stepping thread. */
final class Battery {
    private static final double LOAD = 0.15;
    private static final double PER_MPS = 0.02;
    private static final double IDLE = 0.1;

    private final double enduranceS;
    private double pct;

    Battery(double pct, double enduranceS) {
        this.pct = pct;
        this.enduranceS = enduranceS;
    }

    void drain(boolean flying, boolean armed, boolean loaded, double speedMps, double dtS) {
        double share = flying ? 1 + (loaded ? LOAD : 0) + PER_MPS * speedMps : armed ? IDLE : 0;
        pct = Math.max(0, pct - 100 / enduranceS * share * dtS);
    }

    double pct() {
        return pct;
    }

    double secondsLeft() {
        return pct / 100 * enduranceS;
    }
}
