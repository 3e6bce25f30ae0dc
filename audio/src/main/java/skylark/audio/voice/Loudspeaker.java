package skylark.audio.voice;

/**
 * Where speech goes: mono, 16 kHz, signed 16 bit. Takes samples no faster than a device plays them. An instance belongs
 * to one thread.
 */
public interface Loudspeaker extends AutoCloseable {

    /** The next samples begin something new: a reply or an announcement, named for whoever keeps it. */
    void begin(String name);

    /** Hands samples over, and waits until the device has room for them; never longer than they last. */
    void write(short[] samples, int offset, int length);

    /** How many samples it has taken since it was made; negative where it cannot tell. */
    default long takenSamples() {
        return -1;
    }

    /** Throws away what was handed over and has not sounded; silent within one period. */
    void flush();

    /** What was begun has ended; what was handed over still sounds. */
    void end();

    @Override
    void close();
}
