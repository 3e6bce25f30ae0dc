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
import skylark.audio.device.CaptureLine;
import skylark.audio.device.DeviceFailure;
import skylark.audio.device.Direction;
import skylark.audio.device.LiveSound;
import skylark.audio.device.Loopback;
import skylark.audio.device.Meter;
import skylark.audio.device.SoundDevice;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;

/** The machine's microphones and loudspeakers, and how to try them. */
@Command(
        name = "devices",
        description = "Lists microphones and loudspeakers by name; shows a level, or plays a chirp and listens for it.")
final class DevicesCommand implements Callable<Integer> {
    private static final int METER_SAMPLES = 16_000 / 5;
    private static final int BAR_COLUMNS = 40;
    private static final double BAR_FLOOR_DB = -80;
    private static final double DEFAULT_SECONDS = 10;
    private static final double PATIENCE_S = 3;

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
            return meter(
                    devices,
                    devices.resolve(
                            Direction.INPUT, named ? metered : audio.input(), named ? "--meter" : "audio.input"),
                    audio.bufferMs());
        }
        return loopback ? loop(devices, RunCommand.names(devices, audio)) : list(devices.devices());
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

    private int meter(AllSystems devices, String name, int bufferMs) {
        short[] block = new short[160];
        Meter levels = new Meter();
        try (CaptureLine line = devices.openCapture(name, bufferMs)) {
            long startNs = System.nanoTime();
            double nowS = 0;
            double heardS = 0;
            while (nowS < seconds && nowS - heardS < PATIENCE_S) {
                int read = line.read(block);
                nowS = (System.nanoTime() - startNs) / 1e9;
                heardS = read > 0 ? nowS : heardS;
                levels.accept(block, read);
                if (levels.samples() >= METER_SAMPLES) {
                    show(nowS, levels.read());
                }
            }
            return nowS - heardS < PATIENCE_S ? ExitStatus.DONE : failed("no sound comes from it");
        } catch (DeviceFailure e) {
            return failed(e.state().spoken() + ": " + e.getMessage());
        }
    }

    private int failed(String why) {
        shared.console().err().println("skylark: the microphone or loudspeaker is " + why);
        return ExitStatus.FOUND_WRONG;
    }

    private void show(double atS, Meter.Reading level) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("t_s", Math.round(atS * 100) / 100.0);
            fields.put("rms_dbfs", tenths(level.rmsDbfs()));
            fields.put("peak_dbfs", tenths(level.peakDbfs()));
            fields.put("clipped", level.clipped());
            shared.console().out().println(DomainJson.write(fields));
            return;
        }
        int bar = (int) Math.max(0, Math.round(BAR_COLUMNS * (1 - level.rmsDbfs() / BAR_FLOOR_DB)));
        shared.console()
                .out()
                .printf(
                        Locale.ROOT,
                        "%6.1f s  %6.1f dBFS  peak %6.1f  |%-" + BAR_COLUMNS + "s|%s%n",
                        atS,
                        level.rmsDbfs(),
                        level.peakDbfs(),
                        "#".repeat(Math.min(BAR_COLUMNS, bar)),
                        level.clipped() == 0 ? "" : "  " + level.clipped() + " clipped");
    }

    private int loop(AllSystems devices, LiveSound.Names names) {
        try {
            Loopback.Heard heard = Loopback.run(devices, names);
            if (json) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("heard", heard != null);
                fields.put("delay_ms", heard == null ? null : tenths(heard.delayMs()));
                fields.put("dbfs", heard == null ? null : tenths(heard.dbfs()));
                fields.put("likeness", heard == null ? null : Math.round(heard.likeness() * 100) / 100.0);
                shared.console().out().println(DomainJson.write(fields));
            } else {
                shared.console()
                        .out()
                        .println(
                                heard == null
                                        ? "The microphone did not hear the loudspeaker."
                                        : String.format(
                                                Locale.ROOT,
                                                "The microphone heard the loudspeaker after %.0f ms, at %.1f dBFS, likeness %.2f.",
                                                heard.delayMs(),
                                                heard.dbfs(),
                                                heard.likeness()));
            }
            return heard == null ? ExitStatus.FOUND_WRONG : ExitStatus.DONE;
        } catch (DeviceFailure e) {
            return failed(e.state().spoken() + ": " + e.getMessage());
        }
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
