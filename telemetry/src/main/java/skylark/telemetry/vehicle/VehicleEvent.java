package skylark.telemetry.vehicle;

import skylark.domain.VehicleCommand;

/** What the vehicle says beside its state. */
public sealed interface VehicleEvent {

    /**
     * The vehicle's word on a command (COMMAND_ACK). Accepted means "valid, will try".
     *
     * @param ticket what {@link VehicleLink#send} returned
     * @param reason in the vehicle's words; empty when accepted
     */
    record Ack(long ticket, VehicleCommand command, AckResult result, String reason) implements VehicleEvent {}

    /**
     * What was then observed of an accepted command, where it can be seen at all.
     *
     * @param done whether it came about in the time that such a command takes
     * @param reason what was missing; empty when done
     */
    record Outcome(long ticket, VehicleCommand command, boolean done, String reason) implements VehicleEvent {}

    /**
     * A text of the autopilot (STATUSTEXT): data for the announcer, never read out raw.
     *
     * @param severity 0 (emergency) to 7 (debug)
     */
    record Text(int severity, String text) implements VehicleEvent {}

    /**
     * A mission item was reached (MISSION_ITEM_REACHED).
     *
     * @param waypoint counted from 1
     */
    record WaypointReached(int waypoint) implements VehicleEvent {}

    /** The mission as a whole moved on (MISSION_CURRENT). */
    record MissionChanged(MissionPhase phase) implements VehicleEvent {}
}
