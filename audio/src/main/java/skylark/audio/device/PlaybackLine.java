package skylark.audio.device;

/** An open loudspeaker: mono, 16 kHz, signed 16 bit. Belongs to one thread; any call may take for ever. */
public interface PlaybackLine extends AutoCloseable {

    /**
     * Hands samples over, waiting for room.
     *
     * @throws DeviceFailure when the device is gone
     */
    void write(short[] samples, int offset, int length) throws DeviceFailure;

    /** Throws away what has not sounded. */
    void flush() throws DeviceFailure;

    /**
     * A chance to notice that the device is gone while there is nothing to play.
     *
     * @throws DeviceFailure when it is
     */
    void look() throws DeviceFailure;

    /** When what was written last ends to sound, in nanoseconds from now. */
    long latencyNs();

    @Override
    void close();
}
