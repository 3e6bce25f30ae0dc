package skylark.audio.device;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import skylark.domain.BadInputException;

/** Every way to the machine's devices as one. A name begins with the prefix of one of them; the default is the first's. */
public final class AllSystems implements SoundSystem {
    private static final String DEFAULT = "default";

    private final List<SoundSystem> systems;

    /** @param systems the preferred one first */
    public AllSystems(List<SoundSystem> systems) {
        this.systems = List.copyOf(systems);
    }

    /** PulseAudio or PipeWire where one of them runs, else ALSA. */
    public static AllSystems ofThisMachine() {
        return new AllSystems(List.of(new PulseSystem(), new JavaSoundSystem()));
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public List<SoundDevice> devices() {
        return systems.stream().flatMap(system -> system.devices().stream()).toList();
    }

    /**
     * The full name of a device that is there.
     *
     * @param wanted a name with or without its prefix, a description, or a part of either that only one device has; empty
     *     or {@code default} for the default, which need not be there
     * @param where the key or option that says so, for the message
     * @return empty for the default
     * @throws BadInputException when there is none, or more than one
     */
    public String resolve(Direction direction, String wanted, String where) {
        if (wanted.isEmpty() || wanted.equals(DEFAULT)) {
            return "";
        }
        List<SoundDevice> there = devices().stream()
                .filter(device -> device.direction() == direction)
                .toList();
        String low = wanted.toLowerCase(Locale.ROOT);
        List<SoundDevice> meant =
                there.stream().filter(device -> isExactly(device, low)).toList();
        if (meant.isEmpty()) {
            meant = there.stream()
                    .filter(device -> names(device).anyMatch(n -> n.contains(low)))
                    .toList();
        }
        if (meant.size() == 1) {
            return meant.get(0).name();
        }
        String among = there.stream().map(SoundDevice::name).collect(Collectors.joining(", "));
        throw new BadInputException(where + ": expected the name of one " + direction.spoken() + ", got '" + wanted
                + "'; " + (among.isEmpty() ? "there is none" : "there are " + among));
    }

    private static boolean isExactly(SoundDevice device, String low) {
        return names(device).anyMatch(name -> name.equals(low) || name.endsWith(":" + low));
    }

    private static Stream<String> names(SoundDevice device) {
        return Stream.of(device.name(), device.description()).map(name -> name.toLowerCase(Locale.ROOT));
    }

    @Override
    public CaptureLine openCapture(String name, int bufferMs) throws DeviceFailure {
        return open(name, (system, rest) -> system.openCapture(rest, bufferMs));
    }

    @Override
    public PlaybackLine openPlayback(String name, int bufferMs) throws DeviceFailure {
        return open(name, (system, rest) -> system.openPlayback(rest, bufferMs));
    }

    private interface Opening<T> {
        T open(SoundSystem system, String rest) throws DeviceFailure;
    }

    private <T> T open(String name, Opening<T> opening) throws DeviceFailure {
        DeviceFailure failure = new DeviceFailure(DeviceState.MISSING, name + ": no such device");
        for (SoundSystem system : systems) {
            if (name.isEmpty() || name.startsWith(system.prefix())) {
                try {
                    return opening.open(
                            system,
                            name.isEmpty() ? "" : name.substring(system.prefix().length()));
                } catch (DeviceFailure e) {
                    failure = failure.state() == DeviceState.BUSY ? failure : e;
                }
            }
        }
        throw failure;
    }
}
