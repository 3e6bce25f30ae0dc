package skylark.telemetry.announce;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.MissionPhase;
import skylark.telemetry.vehicle.VehicleEvent;

/** Waypoints, and the mission as a whole: complete, paused, resumed. A change of mode speaks for itself. */
final class MissionWatch implements Watch {
    private static final Set<String> OWN = Set.of("DO_PAUSE_CONTINUE", "MISSION_START", "DO_SET_MODE");
    private static final long OWN_NS = 3_000_000_000L;
    private static final long MODE_NS = 2_000_000_000;

    private MissionPhase phase = MissionPhase.NOT_STARTED;
    private @Nullable String mode;
    private long modeChangedNs;
    private @Nullable Long askedNs;

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        if (now.mode() != null && !now.mode().equals(mode)) {
            mode = now.mode();
            modeChangedNs = nowNs;
        }
    }

    @Override
    public void hear(VehicleEvent event, VehicleState now, long nowNs, Sink sink) {
        if (event instanceof VehicleEvent.WaypointReached reached) {
            sink.raise(Candidate.of(Code.WAYPOINT)
                    .telling(state ->
                            state.toBuilder().waypoint(reached.waypoint()).build()));
        } else if (event instanceof VehicleEvent.MissionChanged changed) {
            MissionPhase before = phase;
            phase = changed.phase();
            changed(before, now, nowNs, sink);
        }
    }

    private void changed(MissionPhase before, VehicleState now, long nowNs, Sink sink) {
        boolean resumed = phase == MissionPhase.ACTIVE && before == MissionPhase.PAUSED;
        if (phase == MissionPhase.COMPLETE) {
            sink.raise(Candidate.detail(Code.MISSION, "mission complete"));
        } else if (resumed || phase == MissionPhase.PAUSED) {
            Candidate candidate = Candidate.detail(Code.MISSION, resumed ? "mission resumed" : "mission paused");
            String why = saidBy(now, nowNs);
            if (why.isEmpty()) {
                MissionPhase said = phase;
                sink.raise(candidate.whileTrue(later -> phase == said));
            } else {
                sink.pass(candidate, why);
            }
        }
    }

    private String saidBy(VehicleState now, long nowNs) {
        if (askedNs != null && nowNs - askedNs <= OWN_NS) {
            return "our own reply says it";
        }
        boolean otherMode = !"AUTO".equals(now.mode()) || nowNs - modeChangedNs <= MODE_NS;
        return otherMode ? "MODE says it" : "";
    }

    @Override
    public void asked(VehicleCommand command, long nowNs) {
        if (OWN.contains(command.name())) {
            askedNs = nowNs;
        }
    }
}
