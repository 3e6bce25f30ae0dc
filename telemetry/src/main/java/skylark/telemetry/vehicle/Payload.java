package skylark.telemetry.vehicle;

/** The gripper with its load sensor, and the winch. Owned by the stepping thread. */
final class Payload {
    private static final double OPENING_S = 0.8;
    private static final double WINCH_MPS = 1.0;

    private boolean attached = true;
    private boolean jammed;
    private double openingS = Double.NaN;
    private double lineM;
    private double lineTargetM;

    /** The servo starts; the load sensor speaks later, if it does. */
    void release() {
        openingS = OPENING_S;
    }

    void jam(boolean nowJammed) {
        jammed = nowJammed;
    }

    void lower(double lengthM) {
        lineTargetM = lineM + lengthM;
    }

    void retract() {
        lineTargetM = 0;
    }

    void tick(double dtS) {
        lineM += Math.max(-WINCH_MPS * dtS, Math.min(WINCH_MPS * dtS, lineTargetM - lineM));
        if (!Double.isNaN(openingS)) {
            openingS -= dtS;
            if (openingS <= 0) {
                openingS = Double.NaN;
                attached = attached && jammed;
            }
        }
    }

    boolean attached() {
        return attached;
    }

    double lineM() {
        return lineM;
    }
}
