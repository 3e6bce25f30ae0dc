package skylark.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import skylark.audio.device.AllSystems;
import skylark.audio.device.Direction;
import skylark.audio.device.SoundDevice;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;

/** The machine's microphones and loudspeakers, and how to try them. */
@Command(
        name = "devices",
        description = "Lists microphones and loudspeakers by name; shows a level, or plays a chirp and listens for it.")
final class DevicesCommand implements Callable<Integer> {
    private static final double DEFAULT_SECONDS = 10;

    private final Shared shared;

    @Option(
            names = "--meter",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "NAME",
            description = "Shows the level of this microphone; without a name that of audio.input.")
    private @Nullable String meter;

    @Option(names = "--seconds", paramLabel = "N", description = "How long the meter goes on. Default: 10.")
    private double seconds = DEFAULT_SECONDS;

    @Option(names = "--loopback", description = "Plays a chirp to audio.output and listens for it at audio.input.")
    private boolean loopback;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    DevicesCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        Settings.Audio audio = shared.settings().audio();
        AllSystems devices = AllSystems.ofThisMachine();
        String metered = meter;
        if (metered != null && loopback) {
            throw new BadInputException("--meter and --loopback: expected one of them");
        }
        if (!(seconds > 0 && seconds <= 86_400)) {
            throw new BadInputException("--seconds: expected more than 0 and at most 86400, got " + seconds);
        }
        if (metered != null) {
            boolean named = !metered.isEmpty();
            String name = devices.resolve(
                    Direction.INPUT, named ? metered : audio.input(), named ? "--meter" : "audio.input");
            return trial(devices).meter(name, audio.bufferMs(), seconds);
        }
        return loopback ? trial(devices).loop(RunCommand.names(devices, audio)) : list(devices.devices());
    }

    private SoundTrial trial(AllSystems devices) {
        return new SoundTrial(devices, shared.console(), json);
    }

    private int list(List<SoundDevice> devices) {
        PrintStream out = shared.console().out();
        for (SoundDevice device : devices) {
            if (json) {
                out.println(DomainJson.write(fields(device)));
            } else {
                out.printf(
                        Locale.ROOT,
                        "%-11s  %-7s  %-48s  %s, %s%n",
                        device.direction().spoken(),
                        device.preset() ? "default" : "",
                        device.name(),
                        device.description(),
                        device.format());
            }
        }
        for (Direction direction : Direction.values()) {
            if (devices.stream().noneMatch(device -> device.direction() == direction)) {
                shared.console().err().println("skylark: there is no " + direction.spoken());
            }
        }
        return ExitStatus.DONE;
    }

    private static Map<String, Object> fields(SoundDevice device) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("direction", device.direction().name().toLowerCase(Locale.ROOT));
        fields.put("name", device.name());
        fields.put("description", device.description());
        fields.put("format", device.format());
        fields.put("default", device.preset());
        return fields;
    }
}
