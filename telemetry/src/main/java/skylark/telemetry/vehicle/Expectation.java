package skylark.telemetry.vehicle;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * How one sees that a command was carried out, and how long that may take.
 *
 * @param failure what is missing otherwise
 */
record Expectation(Subject subject, Predicate<VehicleState> done, double withinS, String failure) {
    private static final double CLIMB_MPS = 0.5;
    private static final double NEAR_M = 1;
    private static final double NEAR_DEG = 5;

    /** What it is about; of the same subject the latest counts. */
    enum Subject {
        FLIGHT,
        HEADING,
        ARMING,
        PAYLOAD,
        WINCH,
        HOME
    }

    /** Null for what cannot be seen, such as a photo. */
    static @Nullable Expectation of(VehicleCommand command, VehicleState before) {
        Params params = new Params(command.params());
        try {
            return byName(command.name(), params, before);
        } catch (Params.Bad e) {
            return null; // the vehicle will say so
        }
    }

    private static @Nullable Expectation byName(String name, Params params, VehicleState before) {
        return switch (name) {
            case "COMPONENT_ARM_DISARM" ->
                new Expectation(Subject.ARMING, state -> Boolean.TRUE.equals(state.armed()), 3, "not armed");
            case "NAV_RETURN_TO_LAUNCH" -> mode("RTL");
            case "NAV_LAND" -> mode("LAND");
            case "MISSION_START" -> mode("AUTO");
            case "DO_SET_MODE" -> "BRAKE".equals(params.word("mode")) ? still() : mode(params.word("mode"));
            case "DO_PAUSE_CONTINUE" -> params.flag("continue") ? null : still();
            case "NAV_TAKEOFF" -> height(params.number("alt_m"), 0);
            case "DO_REPOSITION" -> reposition(params, before);
            case "CONDITION_YAW" -> yaw(params, before);
            case "DO_GRIPPER" ->
                new Expectation(
                        Subject.PAYLOAD, state -> "released".equals(state.payload()), 3, "release not confirmed");
            case "DO_WINCH" -> winch(params, before);
            case "DO_SET_MISSION_CURRENT" -> waypoint((int) params.number("waypoint"));
            case "DO_SET_HOME" ->
                new Expectation(Subject.HOME, state -> state.homeM() != null && state.homeM() < 5, 5, "home not moved");
            default -> null;
        };
    }

    private static Expectation mode(String mode) {
        return new Expectation(Subject.FLIGHT, state -> mode.equals(state.mode()), 5, "mode did not change");
    }

    private static Expectation still() {
        return new Expectation(
                Subject.FLIGHT, state -> state.speedMps() != null && state.speedMps() < 0.5, 5, "still moving");
    }

    private static Expectation height(double heightM, double fromM) {
        double withinS = 10 + Math.abs(heightM - fromM) / CLIMB_MPS;
        return new Expectation(
                Subject.FLIGHT,
                state -> state.altM() != null && Math.abs(state.altM() - heightM) < NEAR_M && !state.onGround(),
                withinS,
                "height not reached");
    }

    private static @Nullable Expectation reposition(Params params, VehicleState before) {
        if (params.has("alt_m")) {
            return height(params.number("alt_m"), Objects.requireNonNullElse(before.altM(), 0.0));
        }
        Double lat = before.lat();
        Double lon = before.lon();
        if (lat == null || lon == null) {
            return null;
        }
        Globe start = new Globe(lat, lon);
        double wantedM = params.number("distance_m") - 2 * NEAR_M;
        return new Expectation(
                Subject.FLIGHT,
                state -> state.lat() != null
                        && state.lon() != null
                        && start.distanceM(state.lat(), state.lon()) >= wantedM,
                10 + wantedM,
                "place not reached");
    }

    private static @Nullable Expectation yaw(Params params, VehicleState before) {
        Double from = before.headingDeg();
        if (params.flag("relative") && from == null) {
            return null;
        }
        double wanted = params.flag("relative") && from != null
                ? from + ("left".equals(params.word("direction")) ? -1 : 1) * params.number("angle_deg")
                : params.number("heading_deg");
        return new Expectation(
                Subject.HEADING,
                state -> state.headingDeg() != null && offDeg(state.headingDeg(), wanted) < NEAR_DEG,
                20,
                "heading not reached");
    }

    private static double offDeg(double a, double b) {
        return Math.abs(((a - b) % 360 + 540) % 360 - 180);
    }

    private static @Nullable Expectation winch(Params params, VehicleState before) {
        Double from = before.winchM();
        if (from == null) {
            return null;
        }
        double target = "lower".equals(params.word("action")) ? from + params.number("length_m") : 0;
        return new Expectation(
                Subject.WINCH,
                state -> state.winchM() != null && Math.abs(state.winchM() - target) < 0.3,
                5 + Math.abs(target - from) / 0.3,
                "line length not reached");
    }

    private static Expectation waypoint(int number) {
        return new Expectation(
                Subject.FLIGHT,
                state -> state.waypoint() != null && state.waypoint() == number,
                5,
                "waypoint did not change");
    }
}
