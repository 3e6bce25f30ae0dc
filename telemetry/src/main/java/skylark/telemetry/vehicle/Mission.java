package skylark.telemetry.vehicle;

import java.util.List;

/** A loaded mission: waypoints, counted from 1 as everybody outside does. */
public record Mission(List<Waypoint> waypoints) {
    public Mission {
        waypoints = List.copyOf(waypoints);
    }

    /**
     * One waypoint.
     *
     * @param eastM metres east of the take-off point
     * @param northM metres north of it
     * @param altM metres above it
     */
    public record Waypoint(double eastM, double northM, double altM) {
        Point point() {
            return new Point(eastM, northM, altM);
        }
    }

    public static Mission none() {
        return new Mission(List.of());
    }

    int size() {
        return waypoints.size();
    }

    Point point(int number) {
        return waypoints.get(number - 1).point();
    }
}
