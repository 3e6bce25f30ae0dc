package skylark.models.store;

import skylark.domain.BadInputException;

/**
 * The build's way to the models: has those of the standard store installed before the tests run. Does nothing when they
 * are there. Without them the tests that need them skip themselves, so a failure here is a warning.
 */
public final class Install {
    private Install() {}

    public static void main(String[] args) {
        ModelStore store = ModelStore.standard();
        if (store.complete()) {
            return;
        }
        System.err.println("Installing the models into " + store.dir());
        try {
            store.install(TerminalProgress.onStandardError());
        } catch (BadInputException e) {
            System.err.println("WARNING: the models could not be installed: " + e.getMessage());
            System.err.println("WARNING: tests that need them will be skipped, by name");
        }
    }
}
