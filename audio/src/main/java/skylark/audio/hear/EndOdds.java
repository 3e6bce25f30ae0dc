package skylark.audio.hear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often sentences end with the words that were heard last: "... up there" mostly does, "... up by" never does. From
 * the phrase list, by its last two words and, where they are rare, by the last one alone. Immutable.
 */
public final class EndOdds {
    /** Pairs seen less often say nothing. */
    private static final int ENOUGH_PAIRS = 3;

    private static final int ENOUGH_WORDS = 5;

    private static final String START = "";

    private final Map<String, Count> counts = new HashMap<>();

    private EndOdds() {}

    /** Counts the ends of phrases in the domain's spelling. */
    static EndOdds of(List<String> phrases) {
        EndOdds odds = new EndOdds();
        phrases.forEach(phrase -> odds.count(phrase.split(" ", -1)));
        return odds;
    }

    private void count(String[] words) {
        for (int i = 0; i < words.length; i++) {
            boolean last = i == words.length - 1;
            at(words[i]).add(last);
            at((i == 0 ? START : words[i - 1]) + " " + words[i]).add(last);
        }
    }

    private Count at(String key) {
        return counts.computeIfAbsent(key, k -> new Count());
    }

    /** The share of places after these words at which a sentence ends, 0 to 1; 0 when they are unknown. */
    public double of(String words) {
        int last = words.lastIndexOf(' ') + 1;
        int before = words.lastIndexOf(' ', last - 2) + 1;
        Count pair = counts.get(last == 0 ? START + " " + words : words.substring(before));
        if (pair != null && pair.all >= ENOUGH_PAIRS) {
            return pair.share();
        }
        Count word = counts.get(words.substring(last));
        return word != null && word.all >= ENOUGH_WORDS ? word.share() : 0;
    }

    private static final class Count {
        private int all;
        private int ends;

        void add(boolean end) {
            all++;
            ends += end ? 1 : 0;
        }

        double share() {
            return (double) ends / all;
        }
    }
}
