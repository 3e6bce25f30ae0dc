package skylark.telemetry.mavlink;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.MissionPhase;
import skylark.telemetry.vehicle.VehicleEvent;

/** Where the mission stands: as the vehicle says, else as its mode and its waypoints tell. Owned by the link's thread. */
final class MissionProgress {
    private static final @Nullable MissionPhase[] STATES = {
        null, null, MissionPhase.NOT_STARTED, MissionPhase.ACTIVE, MissionPhase.PAUSED, MissionPhase.COMPLETE
    };

    private final Dialect dialect;
    private final Consumer<VehicleEvent> events;
    private MissionPhase phase = MissionPhase.NOT_STARTED;
    private boolean told;

    MissionProgress(Dialect dialect, Consumer<VehicleEvent> events) {
        this.dialect = dialect;
        this.events = events;
    }

    void reached(Message item, @Nullable Integer waypoints) {
        int waypoint = dialect.waypoint(item.whole("seq"));
        if (waypoint < 1) {
            return; // home
        }
        events.accept(new VehicleEvent.WaypointReached(waypoint));
        if (!told && waypoints != null && waypoint == waypoints) {
            become(MissionPhase.COMPLETE);
        }
    }

    void current(Message current) {
        int state = current.whole("mission_state");
        MissionPhase said = state < STATES.length ? STATES[state] : null;
        if (said != null) {
            told = true;
            become(said);
        }
    }

    void look(VehicleState state) {
        if (told || state.mode() == null) {
            return;
        }
        boolean auto = "AUTO".equals(state.mode()) && Boolean.TRUE.equals(state.armed());
        if (auto && phase != MissionPhase.COMPLETE) {
            become(MissionPhase.ACTIVE);
        } else if (!auto && phase == MissionPhase.ACTIVE) {
            become(MissionPhase.PAUSED);
        } else if (!auto && phase == MissionPhase.COMPLETE) {
            phase = MissionPhase.NOT_STARTED;
        }
    }

    private void become(MissionPhase next) {
        if (phase != next) {
            phase = next;
            events.accept(new VehicleEvent.MissionChanged(next));
        }
    }
}
