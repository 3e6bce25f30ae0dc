package skylark.config;

/** A value that a key does not take; the loader adds where it was given. */
public final class SettingRejected extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Key<?> key;

    public SettingRejected(Key<?> key, String expectation) {
        super(key.path() + ": " + expectation);
        this.key = key;
    }

    public Key<?> key() {
        return key;
    }
}
