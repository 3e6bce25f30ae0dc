package skylark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import skylark.audio.device.AllSystems;
import skylark.audio.device.Direction;
import skylark.audio.device.LiveSound;
import skylark.audio.device.SoundDevice;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.models.store.ModelStatus;
import skylark.models.store.ModelStore;

/** Looks at what could be wrong before a flight. */
@Command(name = "doctor", description = "Checks Java, configuration, models, disk and sound.")
final class DoctorCommand implements Callable<Integer> {
    private static final int OLDEST_JAVA = 17;
    private static final long LEAST_FREE_MIB = 256;

    private final Shared shared;
    private boolean wrong;

    DoctorCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        Settings settings = shared.settings();
        say(true, "configuration: " + shared.configFile().map(Path::toString).orElse("defaults"));
        int java = Runtime.version().feature();
        say(java >= OLDEST_JAVA, "java: " + Runtime.version() + ", expected " + OLDEST_JAVA + " or later");
        models(settings.models().dir());
        disk("data.dir", settings.data().dir());
        disk("models.dir", settings.models().dir());
        sound(settings.audio());
        return wrong ? ExitStatus.FOUND_WRONG : ExitStatus.DONE;
    }

    private void models(Path dir) {
        List<ModelStatus> bad = ModelStore.at(dir).list().stream()
                .filter(model ->
                        model.state() == ModelStatus.State.MISSING || model.state() == ModelStatus.State.INCOMPLETE)
                .toList();
        String names = String.join(", ", bad.stream().map(ModelStatus::name).toList());
        say(
                bad.isEmpty(),
                "models: " + dir + (bad.isEmpty() ? "" : " lacks " + names + ": run ./skylark models install"));
    }

    private void disk(String key, Path dir) {
        Path there = dir.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            long freeMib = Files.getFileStore(there).getUsableSpace() >> 20;
            boolean good = freeMib >= LEAST_FREE_MIB && Files.isDirectory(there) && Files.isWritable(there);
            say(
                    good,
                    key + ": " + dir + ", " + freeMib + " MiB free, expected a writable folder with at least "
                            + LEAST_FREE_MIB + " MiB");
        } catch (IOException e) {
            say(false, key + ": " + dir + ": " + e);
        }
    }

    private void sound(Settings.Audio audio) {
        AllSystems systems = AllSystems.ofThisMachine();
        List<SoundDevice> devices = systems.devices();
        try {
            LiveSound.Names names = RunCommand.names(systems, audio);
            say(
                    true,
                    "sound: " + sound(devices, Direction.INPUT, names.input()) + ", "
                            + sound(devices, Direction.OUTPUT, names.output()));
        } catch (BadInputException e) {
            say(false, "sound: " + e.getMessage());
        }
    }

    private static String sound(List<SoundDevice> devices, Direction direction, String name) {
        String shown = devices.stream()
                .filter(device -> device.direction() == direction && (!name.isEmpty() || device.preset()))
                .map(SoundDevice::name)
                .filter(found -> name.isEmpty() || found.equals(name))
                .findFirst()
                .orElse("");
        return shown.isEmpty()
                ? "no " + direction.spoken() + ", which only run needs"
                : direction.spoken() + " " + shown;
    }

    private void say(boolean good, String what) {
        wrong |= !good;
        shared.console().out().println((good ? "good   " : "WRONG  ") + what);
    }
}
