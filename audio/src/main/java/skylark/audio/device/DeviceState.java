package skylark.audio.device;

/** How a device is. */
public enum DeviceState {
    /** Nothing is known yet. */
    OPENING(""),
    WELL("back"),
    /** No device has that name. */
    MISSING("missing"),
    /** Somebody else has it. */
    BUSY("busy"),
    /** It was there, and went. */
    LOST("lost"),
    /** Nothing but zeros come: muted, or not connected. */
    SILENT("silent"),
    /** The operator is louder than it can take. */
    CLIPPING("overloaded"),
    /** A call to it does not come back, or nothing comes from it. */
    STUCK("stuck");

    private final String spoken;

    DeviceState(String spoken) {
        this.spoken = spoken;
    }

    /** As in "microphone lost". */
    public String spoken() {
        return spoken;
    }

    /** There is no open line. */
    boolean isAbsent() {
        return this == MISSING || this == BUSY || this == LOST;
    }
}
