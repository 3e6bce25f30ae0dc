package skylark.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class NearMiss {
    private static final int MOST_EDITS = 3;

    private NearMiss() {}

    /** The known word nearest to {@code given}, when it is near enough to be a slip of the finger. */
    public static Optional<String> of(String given, Collection<String> known) {
        return known.stream()
                .filter(word -> edits(given, word) <= Math.min(MOST_EDITS, 1 + word.length() / 5))
                .min(Comparator.comparingInt(word -> edits(given, word)));
    }

    /** " (did you mean 'x'?)" or nothing. */
    public static String hint(String given, Collection<String> known) {
        return of(given, known).map(word -> " (did you mean '" + word + "'?)").orElse("");
    }

    /** The edits that lead to the nearest known word. */
    public static int edits(String given, Collection<String> known) {
        return known.stream().mapToInt(word -> edits(given, word)).min().orElse(Integer.MAX_VALUE);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(from, to, cost, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(String from, String to, int[][] cost, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
