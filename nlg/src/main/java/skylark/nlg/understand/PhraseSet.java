package skylark.nlg.understand;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Phrases, found in a row of words. Immutable. */
final class PhraseSet {
    private final Set<List<String>> phrases = new HashSet<>();
    private final int longest;

    PhraseSet(List<String> lines) {
        lines.forEach(line -> phrases.add(List.of(line.split(" "))));
        longest = phrases.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The end of the longest phrase that begins at {@code from}, or -1. */
    int endOfPrefix(List<String> words, int from) {
        for (int n = Math.min(longest, words.size() - from); n >= 1; n--) {
            if (phrases.contains(words.subList(from, from + n))) {
                return from + n;
            }
        }
        return -1;
    }

    /** The start of the longest phrase that ends before {@code to}, or -1. */
    int startOfSuffix(List<String> words, int to) {
        for (int n = Math.min(longest, to); n >= 1; n--) {
            if (phrases.contains(words.subList(to - n, to))) {
                return to - n;
            }
        }
        return -1;
    }

    boolean anywhere(List<String> words, int from) {
        for (int at = from; at < words.size(); at++) {
            if (endOfPrefix(words, at) > 0) {
                return true;
            }
        }
        return false;
    }
}
