package skylark.telemetry.vehicle;

import java.util.Map;
import skylark.domain.VehicleCommand;

/**
 * What the simulated vehicle makes of each command. Names are MAVLink's; values are named and in SI units:
 *
 * <pre>
 * COMPONENT_ARM_DISARM arm 0|1                 NAV_TAKEOFF alt_m              NAV_LAND, NAV_RETURN_TO_LAUNCH -
 * DO_REPOSITION alt_m | direction, distance_m | lat, lon, alt_m
 *                                              CONDITION_YAW heading_deg, relative=false | angle_deg, direction, relative=true
 * DO_CHANGE_SPEED speed_mps                    DO_PAUSE_CONTINUE continue 0|1 DO_SET_MODE mode
 * DO_GRIPPER action release                    DO_WINCH action lower|retract, length_m
 * MISSION_START -                              DO_SET_MISSION_CURRENT waypoint DO_SET_HOME current 1
 * IMAGE_START_CAPTURE, VIDEO_START_CAPTURE, VIDEO_STOP_CAPTURE, DO_SET_RELAY, DO_GIMBAL_MANAGER_PITCHYAW: taken, no effect
 * </pre>
 *
 * Directions are forward, back, left, right (of the nose), north, east, south and west. Owned by the stepping thread.
 */
final class Commands {
    private static final Map<String, Integer> BEARINGS = Map.of("north", 0, "east", 90, "south", 180, "west", 270);
    private static final Map<String, Integer> OFF_NOSE = Map.of("forward", 0, "right", 90, "back", 180, "left", 270);

    private final Autopilot autopilot;
    private final Airframe airframe;
    private final Payload payload;
    private final Health health;
    private final Globe where;

    Commands(Autopilot autopilot, Airframe airframe, Payload payload, Health health, Globe where) {
        this.where = where;
        this.autopilot = autopilot;
        this.airframe = airframe;
        this.payload = payload;
        this.health = health;
    }

    Reply carryOut(VehicleCommand command) {
        try {
            return byName(command.name(), new Params(command.params()));
        } catch (Params.Bad e) {
            return Reply.denied(command.name() + " " + e.getMessage());
        }
    }

    private Reply byName(String name, Params params) {
        return switch (name) {
            case "COMPONENT_ARM_DISARM" -> arm(params.flag("arm"));
            case "NAV_TAKEOFF" -> takeOff(params.number("alt_m"));
            case "NAV_LAND" -> inAir(() -> autopilot.enter(Mode.LAND));
            case "NAV_RETURN_TO_LAUNCH" -> inAir(() -> autopilot.enter(Mode.RTL));
            case "DO_REPOSITION" -> reposition(params);
            case "CONDITION_YAW" -> yaw(params);
            case "DO_CHANGE_SPEED" -> speed(params.number("speed_mps"));
            case "DO_PAUSE_CONTINUE" -> pauseContinue(params.flag("continue"));
            case "DO_SET_MODE" -> mode(params.word("mode"));
            case "MISSION_START" -> startMission();
            case "DO_SET_MISSION_CURRENT" -> goToWaypoint(params.number("waypoint"));
            case "DO_SET_HOME" -> done(autopilot::homeHere);
            case "DO_GRIPPER" -> gripper(params.word("action"));
            case "DO_WINCH" -> winch(params);
            case "IMAGE_START_CAPTURE",
                    "VIDEO_START_CAPTURE",
                    "VIDEO_STOP_CAPTURE",
                    "DO_SET_RELAY",
                    "DO_GIMBAL_MANAGER_PITCHYAW" -> Reply.ACCEPTED;
            default -> Reply.unsupported(name);
        };
    }

    private Reply arm(boolean on) {
        if (!on) {
            return Reply.denied("disarm by the controller only");
        }
        if (autopilot.flying()) {
            return Reply.failed("in the air");
        }
        String failed = health.firstFailure();
        return failed.isEmpty() ? done(autopilot::arm) : Reply.failed("PreArm: " + failed);
    }

    private Reply takeOff(double heightM) {
        if (!autopilot.armed() || autopilot.flying() || autopilot.mode() != Mode.GUIDED) {
            return Reply.failed("needs GUIDED, armed, on the ground");
        }
        return done(() -> autopilot.takeOffTo(heightM));
    }

    private Reply reposition(Params params) {
        Point here = airframe.position();
        if (params.has("lat")) {
            Point there = where.point(params.number("lat"), params.number("lon"), params.number("alt_m"));
            return inAir(() -> autopilot.goTo(there));
        }
        if (params.has("alt_m")) {
            double heightM = params.number("alt_m");
            return inAir(() -> autopilot.goTo(here.at(heightM)));
        }
        double bearing = Math.toRadians(bearingDeg(params.word("direction")));
        double metres = params.number("distance_m");
        return inAir(() -> autopilot.goTo(here.plus(metres * Math.sin(bearing), metres * Math.cos(bearing), 0)));
    }

    private double bearingDeg(String direction) {
        Integer absolute = BEARINGS.get(direction);
        if (absolute != null) {
            return absolute;
        }
        Integer offNose = OFF_NOSE.get(direction);
        if (offNose == null) {
            throw new Params.Bad("direction: expected one of " + BEARINGS.keySet() + OFF_NOSE.keySet());
        }
        return airframe.headingDeg() + offNose;
    }

    private Reply yaw(Params params) {
        if (!params.flag("relative")) {
            double headingDeg = params.number("heading_deg");
            return inAir(() -> autopilot.turnTo(headingDeg));
        }
        double sign = "left".equals(params.word("direction")) ? -1 : 1;
        double angleDeg = params.number("angle_deg");
        return inAir(() -> autopilot.turnTo(airframe.headingDeg() + sign * angleDeg));
    }

    private Reply speed(double mps) {
        return mps > 0 ? done(() -> autopilot.cruise(mps)) : Reply.denied("speed_mps: expected more than 0");
    }

    private Reply pauseContinue(boolean goOn) {
        if (autopilot.mode() != Mode.AUTO && autopilot.mode() != Mode.GUIDED) {
            return Reply.failed("needs AUTO or GUIDED");
        }
        return done(goOn ? autopilot::proceed : autopilot::pause);
    }

    private Reply mode(String name) {
        return Mode.byName(name)
                .map(mode -> mode == Mode.AUTO ? auto() : done(() -> autopilot.enter(mode)))
                .orElseGet(() -> Reply.failed("unknown mode " + name));
    }

    private Reply startMission() {
        return autopilot.armed() ? auto() : Reply.failed("not armed");
    }

    private Reply auto() {
        return autopilot.mission().loaded() ? done(() -> autopilot.enter(Mode.AUTO)) : Reply.failed("no mission");
    }

    private Reply goToWaypoint(double number) {
        boolean known = number >= 1 && number <= autopilot.mission().size() && number == Math.rint(number);
        return known ? done(() -> autopilot.mission().jumpTo((int) number)) : Reply.failed("no such waypoint");
    }

    private Reply gripper(String action) {
        return "release".equals(action) ? done(payload::release) : Reply.unsupported("DO_GRIPPER " + action);
    }

    private Reply winch(Params params) {
        return switch (params.word("action")) {
            case "lower" -> {
                double lengthM = params.number("length_m");
                yield done(() -> payload.lower(lengthM));
            }
            case "retract" -> done(payload::retract);
            default -> Reply.unsupported("DO_WINCH " + params.word("action"));
        };
    }

    private Reply inAir(Runnable action) {
        return autopilot.ground() == Autopilot.Ground.DOWN ? Reply.failed("on the ground") : done(action);
    }

    private static Reply done(Runnable action) {
        action.run();
        return Reply.ACCEPTED;
    }
}
