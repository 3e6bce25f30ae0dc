package skylark.telemetry.vehicle;

import java.util.List;
import java.util.Map;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * The script of a delivery: arm, take off, fly the waypoints, come down over the drop, have the package released, go
 * home and land. It flies through the same port as the operator and gives way to him: what he says holds, and the
 * script goes on from what it then observes.
 *
 * <p>Owned by the vehicle link's thread, which calls {@link #step} and the listener.
 */
public final class DeliveryFlight implements VehicleListener {
    private static final double ON_GROUND_S = 3;
    private static final double ARMED_S = 2.5;
    private static final double OVER_DROP_S = 1;
    private static final double DROP_HEIGHT_M = 8;
    private static final double STEADY_MPS = 1;
    private static final double AFTER_RELEASE_S = 0.7;

    private final VehicleLink link;
    private final double releaseAfterS;
    private Leg leg = Leg.ON_GROUND;
    private long legSinceNs;
    private boolean started;
    private boolean missionComplete;
    private boolean sent;

    /** Where the script stands. */
    public enum Leg {
        ON_GROUND,
        ARMED,
        TAKING_OFF,
        TRANSIT,
        LOWERING,
        RELEASING,
        RELEASED,
        RETURNING,
        DONE
    }

    /**
     * @param releaseAfterS how long it hovers over the drop before it releases by itself;
     *     {@link Double#POSITIVE_INFINITY} leaves that to the operator
     */
    public DeliveryFlight(VehicleLink link, double releaseAfterS) {
        this.link = link;
        this.releaseAfterS = releaseAfterS;
        link.listen(this);
    }

    /** Four waypoints to a drop 300 m away: about two minutes, there and back. */
    public static Mission mission() {
        return new Mission(List.of(
                new Mission.Waypoint(0, 60, 20),
                new Mission.Waypoint(40, 140, 20),
                new Mission.Waypoint(80, 220, 20),
                new Mission.Waypoint(90, 290, 20)));
    }

    public Leg leg() {
        return leg;
    }

    @Override
    public void onVehicleEvent(VehicleEvent event) {
        if (event instanceof VehicleEvent.MissionChanged changed) {
            missionComplete = changed.phase() == MissionPhase.COMPLETE;
        }
    }

    /** Looks at the vehicle and sends at most one command. */
    public void step(long nowNs) {
        if (!started) {
            started = true;
            legSinceNs = nowNs;
        }
        VehicleState state = link.state(nowNs);
        double legS = (nowNs - legSinceNs) / 1e9;
        Leg next = goneHome(state) ? (state.onGround() ? Leg.DONE : Leg.RETURNING) : next(state, legS);
        if (next != leg) {
            leg = next;
            legSinceNs = nowNs;
            sent = false;
        }
    }

    /** However it came about: the script has nothing more to say once the vehicle comes home or lands. */
    private boolean goneHome(VehicleState state) {
        boolean underway = leg.compareTo(Leg.TRANSIT) >= 0;
        return underway && ("RTL".equals(state.mode()) || "LAND".equals(state.mode()) || state.onGround());
    }

    private Leg next(VehicleState state, double legS) {
        return switch (leg) {
            case ON_GROUND -> {
                if (legS > ON_GROUND_S) {
                    sendOnce(new VehicleCommand("COMPONENT_ARM_DISARM", Map.of("arm", 1)));
                }
                yield Boolean.TRUE.equals(state.armed()) ? Leg.ARMED : leg;
            }
            case ARMED -> {
                if (legS > ARMED_S) {
                    sendOnce(VehicleCommand.of("MISSION_START"));
                }
                yield state.onGround() ? leg : Leg.TAKING_OFF;
            }
            case TAKING_OFF -> state.inAir() ? Leg.TRANSIT : leg;
            case TRANSIT -> missionComplete && legS > OVER_DROP_S ? lower() : leg;
            case LOWERING -> lowEnough(state) ? Leg.RELEASING : leg;
            case RELEASING -> {
                if (legS > releaseAfterS) {
                    sendOnce(new VehicleCommand("DO_GRIPPER", Map.of("action", "release")));
                }
                yield "released".equals(state.payload()) ? Leg.RELEASED : leg;
            }
            case RELEASED -> {
                if (legS > AFTER_RELEASE_S) {
                    sendOnce(VehicleCommand.of("NAV_RETURN_TO_LAUNCH"));
                }
                yield leg;
            }
            case RETURNING, DONE -> leg;
        };
    }

    private Leg lower() {
        link.send(new VehicleCommand("DO_REPOSITION", Map.of("alt_m", DROP_HEIGHT_M)));
        return Leg.LOWERING;
    }

    private static boolean lowEnough(VehicleState state) {
        return state.altM() != null
                && state.altM() < DROP_HEIGHT_M + 1
                && state.speedMps() != null
                && state.speedMps() < STEADY_MPS;
    }

    private void sendOnce(VehicleCommand command) {
        if (!sent) {
            sent = link.send(command) != VehicleLink.NOT_SENT;
        }
    }
}
