package skylark.config;

import java.util.stream.Collectors;

/** Writes the documented example: every key with its meaning, what it may be, and its default, commented out. */
public final class ExampleFile {
    private static final String HEAD =
            """
            # Skylark's configuration: every key, with its default behind the comment sign.
            # A key also has an environment variable, SKYLARK_<SECTION>_<KEY> (SKYLARK_MODELS_DIR is models.dir), and an
            # option, --set section.key=value. The option wins over the variable, the variable over this file.
            # `./skylark check --config FILE` reads a file and says what is wrong with it.
            """;

    private ExampleFile() {}

    /** The whole file. */
    public static String text() {
        return Keys.sections().stream().map(ExampleFile::section).collect(Collectors.joining("", HEAD, ""));
    }

    private static String section(String section) {
        return Keys.ALL.stream()
                .filter(key -> key.section().equals(section))
                .map(ExampleFile::entry)
                .collect(Collectors.joining("", "\n[" + section + "]\n", ""));
    }

    private static String entry(Key<?> key) {
        String unit = key.unit().isEmpty() ? "" : ", in " + key.unit();
        return "# " + key.meaning() + "\n#   expected: " + key.expected() + unit + "\n# " + key.name() + " = "
                + key.defaultLiteral() + "\n";
    }
}
