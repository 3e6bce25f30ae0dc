package skylark.models.store;

import java.util.List;

/**
 * What a check of the store found.
 *
 * @param files how many files had the right hash
 * @param problems one line each: the file, what is wrong with it, what was expected
 */
public record Verification(int files, List<String> problems) {
    public Verification {
        problems = List.copyOf(problems);
    }

    public boolean ok() {
        return problems.isEmpty();
    }
}
