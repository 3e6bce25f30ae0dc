package skylark.watchdog;

import org.jspecify.annotations.Nullable;

/**
 * What others found wrong with that which one stage sent: whoever receives from it testifies here. Any thread testifies,
 * the watchdog's takes it.
 */
public final class Evidence {
    private final String stage;
    private volatile @Nullable Finding finding;

    /** What was found, in one line. */
    record Finding(Supervisor.Kind kind, String detail) {}

    public Evidence(String stage) {
        this.stage = stage;
    }

    /** The stage that is accused. */
    public String stage() {
        return stage;
    }

    /** It sent what cannot be true. */
    public void lied(String how) {
        finding = new Finding(Supervisor.Kind.LYING, how);
    }

    /** It sent more than can be meant. */
    public void flooded(String how) {
        finding = new Finding(Supervisor.Kind.FLOODING, how);
    }

    /** The last that was found and was not taken yet, or null. Watchdog's thread. */
    @Nullable Finding look() {
        return finding;
    }

    /** What was found so far is dealt with. Watchdog's thread. */
    void forget() {
        if (finding != null) {
            finding = null;
        }
    }
}
