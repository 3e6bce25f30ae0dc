package skylark.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What was heard beside what was said, word by word, by the alignment with the fewest edits (Levenshtein).
 *
 * @param steps in the order of speech
 */
public record WordErrors(List<Step> steps) {
    public WordErrors {
        steps = List.copyOf(steps);
    }

    /** What happened to a word. */
    public enum Kind {
        SAME,
        SUBSTITUTED,
        DELETED,
        INSERTED
    }

    /**
     * One word of the alignment.
     *
     * @param said empty for an inserted word
     * @param heard empty for a deleted word
     */
    public record Step(Kind kind, String said, String heard) {}

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}'\\[\\]]+");
    private static final Pattern WAY_POINT = Pattern.compile("\\bway point(s?)\\b");
    private static final Pattern METRE = Pattern.compile("\\b(kilo|centi|)metre(s?)\\b");

    /** Compares after {@link #words normalising} both sides. */
    public static WordErrors between(String said, String heard) {
        return align(words(said), words(heard));
    }

    /**
     * The words that count: lower case, no punctuation, "way point" as one word, American metres (the recogniser knows
     * no others). Digits and number words are left as they are.
     */
    public static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        plain = NOT_WORDS.matcher(plain).replaceAll(" ").strip();
        plain = WAY_POINT.matcher(plain).replaceAll("waypoint$1");
        plain = METRE.matcher(plain).replaceAll("$1meter$2");
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    public int edits() {
        return (int) steps.stream().filter(step -> step.kind != Kind.SAME).count();
    }

    public int saidWords() {
        return (int) steps.stream().filter(step -> step.kind != Kind.INSERTED).count();
    }

    static WordErrors align(List<String> said, List<String> heard) {
        int[][] cost = costs(said, heard);
        List<Step> steps = new ArrayList<>();
        int i = said.size();
        int j = heard.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + unlike(said.get(i - 1), heard.get(j - 1))) {
                i--;
                j--;
                Kind kind = said.get(i).equals(heard.get(j)) ? Kind.SAME : Kind.SUBSTITUTED;
                steps.add(new Step(kind, said.get(i), heard.get(j)));
            } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) {
                i--;
                steps.add(new Step(Kind.DELETED, said.get(i), ""));
            } else {
                j--;
                steps.add(new Step(Kind.INSERTED, "", heard.get(j)));
            }
        }
        Collections.reverse(steps);
        return new WordErrors(steps);
    }

    private static int[][] costs(List<String> said, List<String> heard) {
        int[][] cost = new int[said.size() + 1][heard.size() + 1];
        for (int i = 0; i <= said.size(); i++) {
            for (int j = 0; j <= heard.size(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, i, j, said.get(i - 1), heard.get(j - 1));
            }
        }
        return cost;
    }

    private static int cheapest(int[][] cost, int i, int j, String said, String heard) {
        int oneSided = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        return Math.min(oneSided, cost[i - 1][j - 1] + unlike(said, heard));
    }

    private static int unlike(String a, String b) {
        return a.equals(b) ? 0 : 1;
    }
}
