package skylark.telemetry.vehicle;

import java.util.function.Consumer;

/** How far the loaded mission has come. Owned by the stepping thread. */
final class MissionRun {
    private final Mission mission;
    private final Consumer<VehicleEvent> events;
    private int next = 1;
    private MissionPhase phase = MissionPhase.NOT_STARTED;

    MissionRun(Mission mission, Consumer<VehicleEvent> events) {
        this.mission = mission;
        this.events = events;
    }

    boolean loaded() {
        return mission.size() > 0;
    }

    int size() {
        return mission.size();
    }

    /** The waypoint flown to, counted from 1; the last one when all are done. */
    int next() {
        return next;
    }

    Point target() {
        return mission.point(next);
    }

    boolean last() {
        return next == mission.size();
    }

    void jumpTo(int waypoint) {
        next = waypoint;
        if (phase == MissionPhase.COMPLETE) {
            phase = MissionPhase.PAUSED;
        }
    }

    void resume() {
        if (phase != MissionPhase.COMPLETE) {
            become(MissionPhase.ACTIVE);
        }
    }

    void pause() {
        if (phase == MissionPhase.ACTIVE) {
            become(MissionPhase.PAUSED);
        }
    }

    /** The vehicle is at {@link #target}. */
    void reached() {
        if (phase != MissionPhase.ACTIVE) {
            return;
        }
        events.accept(new VehicleEvent.WaypointReached(next));
        if (next < mission.size()) {
            next++;
        } else {
            become(MissionPhase.COMPLETE);
        }
    }

    private void become(MissionPhase changed) {
        if (phase != changed) {
            phase = changed;
            events.accept(new VehicleEvent.MissionChanged(changed));
        }
    }
}
