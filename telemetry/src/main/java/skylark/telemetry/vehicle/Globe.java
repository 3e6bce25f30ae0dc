package skylark.telemetry.vehicle;

/**
 * Degrees for metres around one place; flat, which errs by less than a metre within 5 km.
 *
 * @param latDeg of the take-off point
 * @param lonDeg of the take-off point
 */
public record Globe(double latDeg, double lonDeg) {
    private static final double METRES_PER_DEGREE = 111_320;

    double lat(Point point) {
        return latDeg + point.northM() / METRES_PER_DEGREE;
    }

    double lon(Point point) {
        return lonDeg + point.eastM() / (METRES_PER_DEGREE * Math.cos(Math.toRadians(latDeg)));
    }

    /** From the take-off point. */
    double distanceM(double lat, double lon) {
        double northM = (lat - latDeg) * METRES_PER_DEGREE;
        double eastM = (lon - lonDeg) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latDeg));
        return Math.hypot(northM, eastM);
    }

    Point point(double lat, double lon, double upM) {
        double northM = (lat - latDeg) * METRES_PER_DEGREE;
        return new Point((lon - lonDeg) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latDeg)), northM, upM);
    }
}
