package skylark.models.store;

import java.util.Locale;

/** Hears how an installation gets on, on the installing thread. */
public interface InstallProgress {
    /** For callers that do not care. */
    InstallProgress NONE = new InstallProgress() {
        @Override
        public void started(String model, Phase phase, long totalBytes) {}

        @Override
        public void reached(long bytes) {}

        @Override
        public void finished() {}
    };

    /** A phase of one model begins. */
    void started(String model, Phase phase, long totalBytes);

    /** So many bytes of this phase are done; may be called very often. */
    void reached(long bytes);

    /** The phase is over, well or not. */
    void finished();

    /** What happens to a model, in this order. */
    enum Phase {
        DOWNLOADING,
        EXTRACTING,
        VERIFYING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
