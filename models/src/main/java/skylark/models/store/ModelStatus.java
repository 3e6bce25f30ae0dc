package skylark.models.store;

/**
 * One line of the list of models.
 *
 * @param bytes the size of its files
 * @param source where it comes from
 */
public record ModelStatus(String name, String version, long bytes, String license, String source, State state) {
    /** What is in the store, judged by the sizes of the files; their hashes are {@code verify}'s business. */
    public enum State {
        INSTALLED,
        IMPORTED,
        INCOMPLETE,
        MISSING
    }
}
