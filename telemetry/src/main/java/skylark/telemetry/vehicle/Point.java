package skylark.telemetry.vehicle;

/** A place, or a velocity per second, in metres east, north and up of the take-off point. */
record Point(double eastM, double northM, double upM) {
    static final Point ORIGIN = new Point(0, 0, 0);

    Point plus(double east, double north, double up) {
        return new Point(eastM + east, northM + north, upM + up);
    }

    Point at(double heightM) {
        return new Point(eastM, northM, heightM);
    }

    double levelDistanceM(Point other) {
        return Math.hypot(eastM - other.eastM, northM - other.northM);
    }

    /** Compass bearing to {@code other}, 0 to 360 degrees. */
    double bearingDeg(Point other) {
        double deg = Math.toDegrees(Math.atan2(other.eastM - eastM, other.northM - northM));
        return (deg + 360) % 360;
    }
}
