package skylark.models.store;

import java.nio.file.Path;

/** Looks at an operator's language model before it becomes part of the store, which itself knows files only. */
@FunctionalInterface
public interface ImportCheck {
    /** Takes any. */
    ImportCheck NONE = folder -> {};

    /**
     * Looks at the model.
     *
     * @param folder where it lies, not its place in the store yet
     * @throws skylark.domain.BadInputException in one line if it cannot be used
     */
    void check(Path folder);
}
