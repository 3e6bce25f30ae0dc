package skylark.audio.device;

/**
 * A device that is there just now.
 *
 * @param name by which it is found again, never a number that changes: {@code pulse:...} or {@code alsa:...}
 * @param description for people
 * @param format for people, such as {@code 48000 Hz, 2 channels}
 * @param preset whether it is what the system takes when nobody names one
 */
public record SoundDevice(Direction direction, String name, String description, String format, boolean preset) {}
