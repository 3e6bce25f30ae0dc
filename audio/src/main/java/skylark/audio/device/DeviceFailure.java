package skylark.audio.device;

/** A device did not do what it was asked for. Expected at any time: whoever has it tries again. */
public final class DeviceFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final DeviceState state;

    /** @param state in which this leaves the device: {@code MISSING}, {@code BUSY} or {@code LOST} */
    public DeviceFailure(DeviceState state, String message) {
        super(message);
        this.state = state;
    }

    public DeviceState state() {
        return state;
    }
}
