package skylark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import skylark.config.SettingsLoader;

/** Reads the configuration, and shows what holds and why. */
@Command(name = "check", description = "Checks the configuration and shows every key with where its value comes from.")
final class CheckCommand implements Callable<Integer> {
    private final Shared shared;

    CheckCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        SettingsLoader.Loaded loaded = shared.loaded();
        for (SettingsLoader.Given given : loaded.given()) {
            shared.console().out().println(given.key().path() + " = " + given.literal() + "  # " + given.origin());
        }
        return ExitStatus.DONE;
    }
}
