package skylark.telemetry.announce;

/** How urgent an announcement is; the smaller the ordinal the more urgent. */
public enum Priority {
    /** Pre-empts everything. */
    EMERGENCY,
    /** Interrupts what is less urgent. */
    WARNING,
    TRANSITION,
    PROGRESS,
    INFORMATION;

    /** 0 to 4, as in P0 to P4. */
    public int level() {
        return ordinal();
    }

    /** Whether it waits while the operator speaks or a confirmation is open, and counts against the talk budget. */
    boolean isChatter() {
        return compareTo(PROGRESS) >= 0;
    }

    boolean mayInterrupt() {
        return compareTo(WARNING) <= 0;
    }
}
