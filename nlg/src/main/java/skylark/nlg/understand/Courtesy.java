package skylark.nlg.understand;

import java.util.Arrays;
import java.util.List;

/** The words at either end that change nothing: "please", "could you", "right now". Immutable. */
final class Courtesy {
    private static final int MOST_STRIPS = 4;

    private final PhraseSet leads;
    private final PhraseSet trails;

    Courtesy(GrammarFile grammar) {
        this.leads = new PhraseSet(grammar.section("lead"));
        this.trails = new PhraseSet(grammar.section("trail"));
    }

    /** Where the matter may begin: 0, and after each courtesy; never at the very end. */
    int[] starts(List<String> words) {
        int[] starts = new int[MOST_STRIPS + 1];
        int count = 1;
        while (count <= MOST_STRIPS) {
            int next = leads.endOfPrefix(words, starts[count - 1]);
            if (next < 0 || next >= words.size()) {
                break;
            }
            starts[count++] = next;
        }
        return Arrays.copyOf(starts, count);
    }

    /** Where the matter may end: the size, and before each courtesy; never at the very beginning. */
    int[] ends(List<String> words) {
        int[] ends = new int[MOST_STRIPS + 1];
        ends[0] = words.size();
        int count = 1;
        while (count <= MOST_STRIPS) {
            int next = trails.startOfSuffix(words, ends[count - 1]);
            if (next <= 0) {
                break;
            }
            ends[count++] = next;
        }
        return Arrays.copyOf(ends, count);
    }
}
