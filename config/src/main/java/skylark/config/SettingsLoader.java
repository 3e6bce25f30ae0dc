package skylark.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import skylark.domain.BadInputException;

/**
 * Reads the configuration: defaults, then the TOML file, then the environment, then {@code --set}; the later one wins.
 * Anything unknown or wrong is a {@link BadInputException} that names the place, the key and what was expected.
 */
public final class SettingsLoader {
    private final Values values = new Values();

    private SettingsLoader() {}

    /**
     * @param file TOML, UTF-8
     * @param environment as {@link System#getenv()} gives it
     * @param sets of the command line, each {@code section.key=value}
     */
    public static Settings load(Optional<Path> file, Map<String, String> environment, List<String> sets) {
        return loadWithOrigins(file, environment, sets).settings();
    }

    /** The same, and where each value was given. */
    public static Loaded loadWithOrigins(Optional<Path> file, Map<String, String> environment, List<String> sets) {
        var loader = new SettingsLoader();
        file.ifPresent(loader::readFile);
        loader.readEnvironment(environment);
        sets.forEach(loader::readSet);
        Settings settings = loader.settings();
        return new Loaded(settings, Keys.ALL.stream().<Given>map(loader::given).toList());
    }

    /** @param given every key, in the order of the table */
    public record Loaded(Settings settings, List<Given> given) {}

    /**
     * One key's value.
     *
     * @param literal as TOML writes it
     * @param origin such as {@code skylark.toml:7}, or {@code default}
     */
    public record Given(Key<?> key, String literal, String origin) {}

    private <T> Given given(Key<T> key) {
        return new Given(key, key.type().write(values.get(key)), values.originOf(key));
    }

    private Settings settings() {
        try {
            return Settings.of(values);
        } catch (SettingRejected e) {
            throw new BadInputException(values.originOf(e.key()) + ": " + e.getMessage(), e);
        }
    }

    private void readFile(Path file) {
        TomlParseResult toml = parse(file);
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().get(0);
            throw new BadInputException(at(file, first.position()) + ": not TOML: " + firstLine(first));
        }
        for (String section : toml.keySet()) {
            String here = at(file, toml.inputPositionOf(List.of(section)));
            if (!Keys.sections().contains(section)) {
                throw new BadInputException(here + ": unknown section [" + section + "]"
                        + NearMiss.hint(section, Keys.sections()) + ", expected one of "
                        + String.join(", ", Keys.sections()));
            }
            if (!(toml.get(List.of(section)) instanceof TomlTable table)) {
                throw new BadInputException(here + ": " + section + ": expected a section [" + section + "]");
            }
            readSection(file, section, table);
        }
    }

    private void readSection(Path file, String section, TomlTable table) {
        for (String name : table.keySet()) {
            String here = at(file, table.inputPositionOf(List.of(name)));
            take(known(section + '.' + name, here), table.get(List.of(name)), here);
        }
    }

    private static TomlParseResult parse(Path file) {
        try {
            return Toml.parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new BadInputException(file + ": not UTF-8 text, expected a TOML file", e);
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "is a folder" : Files.exists(file) ? "cannot be read" : "not found";
            throw new BadInputException(file + ": " + why + ", expected a TOML file", e);
        }
    }

    private void readEnvironment(Map<String, String> environment) {
        for (var variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            Optional<String> section = Keys.sections().stream()
                    .filter(s -> name.startsWith(Keys.ENVIRONMENT_PREFIX + s.toUpperCase(Locale.ROOT) + "_"))
                    .findFirst();
            if (section.isPresent()) {
                int prefix = Keys.ENVIRONMENT_PREFIX.length();
                String path = name.substring(prefix).toLowerCase(Locale.ROOT).replaceFirst("_", ".");
                String origin = "environment variable " + name;
                takeText(known(path, origin), variable.getValue(), origin);
            }
        }
    }

    private void readSet(String set) {
        int equals = set.indexOf('=');
        if (equals < 1) {
            throw new BadInputException("--set " + set + ": expected section.key=value");
        }
        String origin = "--set " + set;
        takeText(
                known(set.substring(0, equals).strip(), origin),
                set.substring(equals + 1).strip(),
                origin);
    }

    private static Key<?> known(String path, String origin) {
        return Keys.byPath(path)
                .orElseThrow(() ->
                        new BadInputException(origin + ": unknown key " + path + NearMiss.hint(path, Keys.paths())));
    }

    private <T> void take(Key<T> key, Object literal, String origin) {
        try {
            values.put(key, key.fromLiteral(literal), origin);
        } catch (SettingRejected e) {
            throw new BadInputException(origin + ": " + e.getMessage(), e);
        }
    }

    private <T> void takeText(Key<T> key, String text, String origin) {
        try {
            values.put(key, key.fromText(text), origin);
        } catch (SettingRejected e) {
            throw new BadInputException(origin + ": " + e.getMessage(), e);
        }
    }

    private static String at(Path file, TomlPosition position) {
        return file + ":" + position.line();
    }

    private static String firstLine(TomlParseError error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
