package skylark.gate;

/**
 * What would have been allowed.
 *
 * @param unit singular, as it is spoken: meter, degree, meter per second, waypoint
 */
public record Limit(double min, double max, String unit) {
    static Limit metres(double min, double max) {
        return new Limit(min, max, "meter");
    }

    boolean admits(double value) {
        return value >= min && value <= max;
    }
}
