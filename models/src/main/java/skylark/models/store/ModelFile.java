package skylark.models.store;

import java.util.regex.Pattern;

/**
 * One file of a model.
 *
 * @param from its path inside the package
 * @param to its path inside the model's folder
 * @param bytes its exact size
 * @param sha256 its hash, 64 lower-case hexadecimal digits
 */
record ModelFile(String from, String to, long bytes, String sha256) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    ModelFile {
        if (!EntryName.staysInside(from) || !EntryName.staysInside(to)) {
            throw new IllegalArgumentException("expected relative paths, got '" + from + "' and '" + to + "'");
        }
        if (bytes < 0 || !HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("'" + to + "': expected a size and a SHA-256 of 64 hexadecimal digits");
        }
    }
}
