package skylark.telemetry.vehicle;

import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/** The way to the vehicle and back. What was observed, not the acknowledgement, says whether a command was done. */
public interface VehicleLink {
    /** What {@link #send} returns when it took nothing. */
    long NOT_SENT = 0;

    /**
     * The newest snapshot, with its age at {@code nowNs}; before anything was heard all of it is unknown, the age too.
     * Any thread; never blocks.
     */
    VehicleState state(long nowNs);

    /**
     * Sends a command; what the vehicle says to it comes as {@link VehicleEvent.Ack}. Any thread; never blocks.
     *
     * @return the command's number in that event, or {@link #NOT_SENT} when too many are waiting already
     */
    long send(VehicleCommand command);

    /** Adds a listener: called on the link's own thread, so it must not block. Before the link starts. */
    void listen(VehicleListener listener);
}
