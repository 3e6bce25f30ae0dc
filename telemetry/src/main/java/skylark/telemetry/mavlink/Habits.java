package skylark.telemetry.mavlink;

/**
 * What real autopilots and real links do to those who trust them. Any thread may change it in flight.
 */
public final class Habits {
    /** Every n-th acknowledgement is lost; 0 for none. */
    volatile int losesEveryAck;
    /** Every n-th message of ours is not heard; 0 for none. */
    volatile int deafToEvery;

    volatile long ackLateNs;
    /** Says each acknowledgement twice. */
    volatile boolean repeatsAcks;
    /** Accepts everything and does nothing. */
    volatile boolean lies;
    /** Says IN_PROGRESS first, and is done with it so much later. */
    volatile long inProgressNs;
    /** The reason comes before the acknowledgement, else after it. */
    volatile boolean reasonFirst;
    /** Tells the reason of a refusal in more than one piece. */
    volatile boolean longReasons;
    /** Where the winch says what hangs on it. */
    volatile boolean weighsLoad = true;

    private volatile boolean reboots;

    /** It starts anew: its clock is at zero, and it has forgotten what it was asked for. */
    public void reboot() {
        reboots = true;
    }

    boolean takeReboot() {
        boolean now = reboots;
        reboots = false;
        return now;
    }
}
