package skylark.audio.device;

/**
 * A device is in another state, and that is to be said.
 *
 * @param detail for the log, such as what the system said; may be empty
 */
public record DeviceChange(Direction direction, DeviceState state, String detail) {

    /** As in "microphone lost". */
    public String spoken() {
        return direction.spoken() + " " + state.spoken();
    }

    public boolean isTrouble() {
        return state != DeviceState.WELL;
    }
}
