package skylark.audio.device;

/** What a line's thread observes of its device. Immutable. */
sealed interface DeviceNews {
    Direction direction();

    record Opened(Direction direction) implements DeviceNews {}

    record Failed(Direction direction, DeviceState state, String detail) implements DeviceNews {}

    /**
     * A tenth of a second of sound, or so.
     *
     * @param zero every sample of it is zero
     * @param clipped samples at full scale
     */
    record Heard(Direction direction, boolean zero, int clipped) implements DeviceNews {}
}
