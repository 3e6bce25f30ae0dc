package skylark.telemetry.vehicle;

/** A point mass that accelerates towards the velocity it is asked for, and a heading. Owned by the stepping thread. */
final class Airframe {
    private static final double LEVEL_ACCELERATION = 2.5;
    private static final double CLIMB_ACCELERATION = 2.0;
    private static final double YAW_DEG_PER_S = 45;
    /** Below this the target velocity falls in proportion to the distance: no overshoot. */
    private static final double LEVEL_GAIN = 0.35;

    private static final double CLIMB_GAIN = 0.9;

    private Point position;
    private Point velocity = Point.ORIGIN;
    private double headingDeg;

    Airframe(Point position, double headingDeg) {
        this.position = position;
        this.headingDeg = headingDeg;
    }

    Point position() {
        return position;
    }

    double headingDeg() {
        return headingDeg;
    }

    double speedMps() {
        return Math.hypot(velocity.eastM(), velocity.northM());
    }

    double climbMps() {
        return velocity.upM();
    }

    /** One tick towards {@code target}. */
    void fly(Point target, double levelMps, double upMps, double downMps, double dtS) {
        double east = target.eastM() - position.eastM();
        double north = target.northM() - position.northM();
        double distance = Math.hypot(east, north);
        double speed = Math.min(levelMps, distance * LEVEL_GAIN);
        double scale = distance < 1e-9 ? 0 : speed / distance;
        double up = (target.upM() - position.upM()) * CLIMB_GAIN;
        accelerate(east * scale, north * scale, Math.max(-downMps, Math.min(upMps, up)), dtS);
    }

    /** One tick towards standing still. */
    void brake(double dtS) {
        accelerate(0, 0, 0, dtS);
    }

    void turn(double targetDeg, double dtS) {
        double off = ((targetDeg - headingDeg) % 360 + 540) % 360 - 180;
        double step = Math.max(-YAW_DEG_PER_S * dtS, Math.min(YAW_DEG_PER_S * dtS, off));
        headingDeg = (headingDeg + step + 360) % 360;
    }

    void touchDown() {
        position = position.at(0);
        velocity = Point.ORIGIN;
    }

    private void accelerate(double east, double north, double up, double dtS) {
        double dEast = east - velocity.eastM();
        double dNorth = north - velocity.northM();
        double change = Math.hypot(dEast, dNorth);
        double scale = change < 1e-9 ? 0 : Math.min(1, LEVEL_ACCELERATION * dtS / change);
        double dUp = limited(up - velocity.upM(), CLIMB_ACCELERATION * dtS);
        velocity = velocity.plus(dEast * scale, dNorth * scale, dUp);
        position = position.plus(velocity.eastM() * dtS, velocity.northM() * dtS, velocity.upM() * dtS);
    }

    private static double limited(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }
}
