package skylark.audio.device;

/** An open microphone: mono, 16 kHz, signed 16 bit. Belongs to one thread; any call may take for ever. */
public interface CaptureLine extends AutoCloseable {

    /**
     * Waits for samples, a tenth of a second or so.
     *
     * @return how many were put into {@code into}; 0 when none came
     * @throws DeviceFailure when the device is gone
     */
    int read(short[] into) throws DeviceFailure;

    /** How long ago the last sample read was taken, in nanoseconds. */
    long latencyNs();

    @Override
    void close();
}
