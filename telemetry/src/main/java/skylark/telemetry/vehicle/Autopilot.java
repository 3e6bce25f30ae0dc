package skylark.telemetry.vehicle;

import java.util.function.Consumer;

/**
 * Flies the airframe as its mode says: to a point, along the mission, home, down, or not at all. Owned by the stepping
 * thread.
 */
final class Autopilot {
    private static final double UP_MPS = 2.5;
    private static final double DOWN_MPS = 1.5;
    private static final double LANDING_MPS = 1.2;
    private static final double TOUCHDOWN_MPS = 0.6;
    private static final double FLARE_M = 4;
    private static final double REACHED_M = 1.5;
    private static final double PASSED_M = 5;
    private static final double THROUGH_M = 30;
    private static final double RETURN_HEIGHT_M = 15;
    private static final double MOTORS_OFF_S = 2;

    private final Airframe airframe;
    private final MissionRun mission;
    private Mode mode = Mode.GUIDED;
    private Ground ground = Ground.DOWN;
    private boolean armed;
    private boolean paused;
    private boolean returnClimbDone;
    private double levelMps;
    private double headingTargetDeg;
    private double restS;
    private Point target;
    private Point home = Point.ORIGIN;

    /** EXTENDED_SYS_STATE's landed state. */
    enum Ground {
        DOWN("ground"),
        TAKING_OFF("takeoff"),
        FLYING("air"),
        LANDING("landing");

        final String word;

        Ground(String word) {
            this.word = word;
        }
    }

    Autopilot(Airframe airframe, Mission mission, double cruiseMps, Consumer<VehicleEvent> events) {
        this.airframe = airframe;
        this.mission = new MissionRun(mission, events);
        this.levelMps = cruiseMps;
        this.target = airframe.position();
        this.headingTargetDeg = airframe.headingDeg();
    }

    /** Already in the air, holding where it is. */
    void startFlying(int waypoint) {
        armed = true;
        ground = Ground.FLYING;
        mission.jumpTo(waypoint);
    }

    void tick(double dtS) {
        airframe.turn(headingTargetDeg, dtS);
        switch (ground) {
            case DOWN -> rest(dtS);
            case TAKING_OFF -> takeOff(dtS);
            case FLYING -> fly(dtS);
            case LANDING -> touchDown(dtS);
        }
    }

    private void rest(double dtS) {
        restS += dtS;
        boolean landedByItself = mode == Mode.LAND || mode == Mode.RTL;
        if (armed && landedByItself && restS >= MOTORS_OFF_S) {
            armed = false;
        } else if (armed && mode == Mode.AUTO) {
            takeOffTo(mission.target().upM());
        }
    }

    private void takeOff(double dtS) {
        approach(target, dtS);
        if (airframe.position().upM() > target.upM() - 0.5) {
            ground = Ground.FLYING;
        }
    }

    private void fly(double dtS) {
        switch (mode) {
            case GUIDED, BRAKE -> hold(dtS);
            case AUTO -> followMission(dtS);
            case RTL -> comeHome(dtS);
            case LAND -> ground = Ground.LANDING;
        }
    }

    private void hold(double dtS) {
        if (mode == Mode.BRAKE || paused) {
            airframe.brake(dtS);
        } else {
            approach(target, dtS);
        }
    }

    private void followMission(double dtS) {
        if (paused) {
            airframe.brake(dtS);
            return;
        }
        target = mission.target();
        face(target);
        approach(mission.last() ? target : beyond(target), dtS);
        if (near(target)) {
            mission.reached();
        }
    }

    private void comeHome(double dtS) {
        Point here = airframe.position();
        returnClimbDone =
                returnClimbDone || here.upM() > RETURN_HEIGHT_M - 0.5 || here.levelDistanceM(home) < REACHED_M;
        if (!returnClimbDone) {
            approach(here.at(RETURN_HEIGHT_M), dtS);
        } else if (here.levelDistanceM(home) < REACHED_M) {
            ground = Ground.LANDING;
        } else {
            target = home.at(Math.max(target.upM(), RETURN_HEIGHT_M));
            face(target);
            approach(target, dtS);
        }
    }

    private void touchDown(double dtS) {
        Point here = airframe.position();
        double down = here.upM() > FLARE_M ? LANDING_MPS : TOUCHDOWN_MPS;
        airframe.fly((mode == Mode.RTL ? home : here).at(-5), 1, UP_MPS, down, dtS);
        if (airframe.position().upM() <= 0.05) {
            airframe.touchDown();
            ground = Ground.DOWN;
            restS = 0;
        }
    }

    private void approach(Point point, double dtS) {
        airframe.fly(point, levelMps, UP_MPS, DOWN_MPS, dtS);
    }

    /** A point behind the next waypoint: flown through, not stopped at. */
    private Point beyond(Point point) {
        double bearing = Math.toRadians(airframe.position().bearingDeg(point));
        return point.plus(THROUGH_M * Math.sin(bearing), THROUGH_M * Math.cos(bearing), 0);
    }

    private boolean near(Point point) {
        double levelM = mission.last() ? REACHED_M : PASSED_M;
        return airframe.position().levelDistanceM(point) < levelM
                && Math.abs(airframe.position().upM() - point.upM()) < REACHED_M;
    }

    private void face(Point point) {
        if (airframe.position().levelDistanceM(point) > 3 * REACHED_M) {
            headingTargetDeg = airframe.position().bearingDeg(point);
        }
    }

    void arm() {
        armed = true;
        restS = 0;
    }

    void takeOffTo(double heightM) {
        target = airframe.position().at(heightM);
        ground = Ground.TAKING_OFF;
    }

    /** Enters a mode; the old one's aims are forgotten. */
    void enter(Mode next) {
        boolean wasLanding = ground == Ground.LANDING;
        if (wasLanding && next != Mode.LAND) {
            ground = Ground.FLYING;
        }
        if (next == Mode.AUTO) {
            mission.resume();
        } else if (mode == Mode.AUTO && next != Mode.AUTO) {
            mission.pause();
        }
        mode = next;
        paused = false;
        returnClimbDone = false;
        target = airframe.position();
    }

    void goTo(Point point) {
        enter(Mode.GUIDED);
        target = point;
    }

    void pause() {
        paused = true;
        if (mode == Mode.AUTO) {
            mission.pause();
        }
    }

    void proceed() {
        paused = false;
        if (mode == Mode.AUTO) {
            mission.resume();
        }
    }

    void turnTo(double headingDeg) {
        headingTargetDeg = (headingDeg % 360 + 360) % 360;
    }

    void cruise(double mps) {
        levelMps = mps;
    }

    void homeHere() {
        home = airframe.position().at(0);
    }

    /** Until over home, at the present speed; the way down is not in it. */
    double secondsHome() {
        Point here = airframe.position();
        double climb = Math.max(0, RETURN_HEIGHT_M - here.upM()) / UP_MPS;
        return here.levelDistanceM(home) / levelMps + (flying() ? climb : 0);
    }

    boolean flying() {
        return ground != Ground.DOWN;
    }

    boolean armed() {
        return armed;
    }

    Mode mode() {
        return mode;
    }

    Ground ground() {
        return ground;
    }

    Point home() {
        return home;
    }

    Point target() {
        return target;
    }

    MissionRun mission() {
        return mission;
    }
}
