package skylark.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;

/** How busy and how hot the machine is. Reads files of a few bytes; any thread. */
final class MachineLoad {
    private static final Path THERMAL = Path.of("/sys/class/thermal");
    private static final double MILLI = 1000;

    private final Path thermal;
    private final DoubleSupplier runnable;

    MachineLoad() {
        this(THERMAL, ManagementFactory.getOperatingSystemMXBean()::getSystemLoadAverage);
    }

    /**
     * @param thermal the kernel's folder of thermal zones
     * @param runnable threads that want to run, over the last minute
     */
    MachineLoad(Path thermal, DoubleSupplier runnable) {
        this.thermal = thermal;
        this.runnable = runnable;
    }

    /** Runnable threads per core over the last minute; negative where it is not told. */
    double perCore() {
        return runnable.getAsDouble() / Runtime.getRuntime().availableProcessors();
    }

    /** The hottest zone in degrees Celsius, or NaN where there is none. */
    double hottestC() {
        double hottest = Double.NaN;
        try (DirectoryStream<Path> zones = Files.newDirectoryStream(thermal, "thermal_zone*")) {
            for (Path zone : zones) {
                double here = Double.parseDouble(
                                Files.readString(zone.resolve("temp")).strip())
                        / MILLI;
                hottest = Double.isNaN(hottest) ? here : Math.max(hottest, here);
            }
        } catch (IOException | NumberFormatException e) {
            return hottest; // a zone that cannot be read tells nothing
        }
        return hottest;
    }
}
