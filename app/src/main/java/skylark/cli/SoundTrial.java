package skylark.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.audio.device.CaptureLine;
import skylark.audio.device.DeviceFailure;
import skylark.audio.device.LiveSound;
import skylark.audio.device.Loopback;
import skylark.audio.device.Meter;
import skylark.audio.device.SoundSystem;
import skylark.domain.DomainJson;

/** Tries devices: how loud a microphone is, and whether it hears the loudspeaker. */
final class SoundTrial {
    private static final int METER_SAMPLES = 16_000 / 5;
    private static final int BLOCK_SAMPLES = 160;
    private static final int BAR_COLUMNS = 40;
    private static final double BAR_FLOOR_DB = -80;
    private static final double PATIENCE_S = 3;

    private final SoundSystem devices;
    private final Console console;
    private final boolean json;

    SoundTrial(SoundSystem devices, Console console, boolean json) {
        this.devices = devices;
        this.console = console;
        this.json = json;
    }

    /** Prints five levels a second; returns the exit status. */
    int meter(String name, int bufferMs, double seconds) {
        short[] block = new short[BLOCK_SAMPLES];
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
            return nowS - heardS < PATIENCE_S ? ExitStatus.DONE : failed("no sound comes from the microphone");
        } catch (DeviceFailure e) {
            return failed("the microphone is " + e.state().spoken() + ": " + e.getMessage());
        }
    }

    private int failed(String why) {
        console.err().println("skylark: " + why);
        return ExitStatus.FOUND_WRONG;
    }

    private void show(double atS, Meter.Reading level) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("t_s", Math.round(atS * 100) / 100.0);
            fields.put("rms_dbfs", tenths(level.rmsDbfs()));
            fields.put("peak_dbfs", tenths(level.peakDbfs()));
            fields.put("clipped", level.clipped());
            console.out().println(DomainJson.write(fields));
            return;
        }
        long bar = Math.round(BAR_COLUMNS * (1 - level.rmsDbfs() / BAR_FLOOR_DB));
        String filled = "#".repeat((int) Math.max(0, Math.min(BAR_COLUMNS, bar)));
        String clipped = level.clipped() == 0 ? "" : "  " + level.clipped() + " clipped";
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%6.1f s  %6.1f dBFS  peak %6.1f  |%-" + BAR_COLUMNS + "s|%s",
                        atS,
                        level.rmsDbfs(),
                        level.peakDbfs(),
                        filled,
                        clipped));
    }

    /** Plays a chirp and listens for it; returns the exit status. */
    int loop(LiveSound.Names names) {
        try {
            Loopback.Heard heard = Loopback.run(devices, names);
            console.out().println(json ? DomainJson.write(fields(heard)) : sentence(heard));
            return heard == null ? ExitStatus.FOUND_WRONG : ExitStatus.DONE;
        } catch (DeviceFailure e) {
            return failed("a device is " + e.state().spoken() + ": " + e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> fields(Loopback.@Nullable Heard heard) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("heard", heard != null);
        fields.put("delay_ms", heard == null ? null : tenths(heard.delayMs()));
        fields.put("dbfs", heard == null ? null : tenths(heard.dbfs()));
        fields.put("likeness", heard == null ? null : Math.round(heard.likeness() * 100) / 100.0);
        return fields;
    }

    private static String sentence(Loopback.@Nullable Heard heard) {
        return heard == null
                ? "The microphone did not hear the loudspeaker."
                : String.format(
                        Locale.ROOT,
                        "The microphone heard the loudspeaker after %.0f ms, at %.1f dBFS, likeness %.2f.",
                        heard.delayMs(),
                        heard.dbfs(),
                        heard.likeness());
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
