package skylark.telemetry.mavlink;

/** Distances and bearings between places that are a few kilometres apart. */
final class Earth {
    private static final double METRES_PER_DEGREE = 111_320;

    private Earth() {}

    static double distanceM(double lat, double lon, double toLat, double toLon) {
        return Math.hypot(northM(lat, toLat), eastM(lat, lon, toLon));
    }

    /** 0 to 360 degrees. */
    static double bearingDeg(double lat, double lon, double toLat, double toLon) {
        double deg = Math.toDegrees(Math.atan2(eastM(lat, lon, toLon), northM(lat, toLat)));
        return (deg + 360) % 360;
    }

    static double lat(double lat, double metres, double bearingDeg) {
        return lat + metres * Math.cos(Math.toRadians(bearingDeg)) / METRES_PER_DEGREE;
    }

    static double lon(double lat, double lon, double metres, double bearingDeg) {
        double perDegree = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        return lon + metres * Math.sin(Math.toRadians(bearingDeg)) / perDegree;
    }

    private static double northM(double lat, double toLat) {
        return (toLat - lat) * METRES_PER_DEGREE;
    }

    private static double eastM(double lat, double lon, double toLon) {
        return (toLon - lon) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
    }
}
