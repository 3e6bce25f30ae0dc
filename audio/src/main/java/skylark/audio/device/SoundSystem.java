package skylark.audio.device;

import java.util.List;

/** One way to the machine's sound devices. Any thread; any call may take long. */
public interface SoundSystem {

    /** What the names of its devices begin with, such as {@code pulse:}. */
    String prefix();

    /** The devices that are there now, inputs first; empty when this way leads nowhere. */
    List<SoundDevice> devices();

    /**
     * @param name without the prefix; empty for the system's default
     * @param bufferMs of sound that the device may hold
     * @throws DeviceFailure when it is missing or busy
     */
    CaptureLine openCapture(String name, int bufferMs) throws DeviceFailure;

    /** As {@link #openCapture}. */
    PlaybackLine openPlayback(String name, int bufferMs) throws DeviceFailure;
}
