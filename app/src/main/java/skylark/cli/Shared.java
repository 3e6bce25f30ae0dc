package skylark.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import skylark.config.Settings;
import skylark.config.SettingsLoader;

/** The options of every command, and what they lead to. */
final class Shared {
    private final Console console;

    @Option(
            names = "--config",
            paramLabel = "F",
            scope = ScopeType.INHERIT,
            description = "Configuration, a TOML file; config/skylark.toml shows every key.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "section.key=value",
            scope = ScopeType.INHERIT,
            description = "Sets one key of the configuration; repeatable.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Shows where an error came from.")
    private boolean debug;

    Shared(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    boolean debug() {
        return debug;
    }

    Optional<Path> configFile() {
        return Optional.ofNullable(config);
    }

    /** Loads the configuration and sets the log's level by it; call it before anything logs. */
    Settings settings() {
        SettingsLoader.Loaded loaded = loaded();
        Logging.level(debug ? "debug" : loaded.settings().log().level());
        return loaded.settings();
    }

    /** The configuration with one more key set, as with {@code --set}. */
    Settings settingsWith(String set) {
        List<String> all = new ArrayList<>(sets);
        all.add(set);
        return SettingsLoader.loadWithOrigins(configFile(), console.environment(), all)
                .settings();
    }

    /** The words that lead another process to the same configuration. */
    List<String> passedOn() {
        List<String> words = new ArrayList<>();
        configFile().ifPresent(file -> words.addAll(List.of("--config", file.toString())));
        sets.forEach(set -> words.addAll(List.of("--set", set)));
        return words;
    }

    SettingsLoader.Loaded loaded() {
        return SettingsLoader.loadWithOrigins(configFile(), console.environment(), sets);
    }
}
