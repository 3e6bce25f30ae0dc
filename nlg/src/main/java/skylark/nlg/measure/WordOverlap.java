package skylark.nlg.measure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** BLEU of a set, and ROUGE-L of single sentences, over words, placeholders and marks. Belongs to one thread. */
final class WordOverlap {
    private static final Pattern WORD = Pattern.compile("\\{\\w+\\}|[a-z']+|[.,:?]");
    private static final int LONGEST = 4;

    private final long[] matched = new long[LONGEST + 1];
    private final long[] said = new long[LONGEST + 1];
    private long length;
    private long wantedLength;

    static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    void add(String reply, List<String> references) {
        List<String> words = words(reply);
        List<List<String>> wanted = references.stream().map(WordOverlap::words).toList();
        length += words.size();
        wantedLength += wanted.stream()
                .mapToInt(List::size)
                .boxed()
                .min(Comparator.comparingInt((Integer size) -> Math.abs(size - words.size()))
                        .thenComparingInt(size -> size))
                .orElseThrow();
        for (int n = 1; n <= LONGEST; n++) {
            count(n, words, wanted);
        }
    }

    private void count(int n, List<String> words, List<List<String>> wanted) {
        Map<List<String>, Integer> most = new HashMap<>();
        for (List<String> reference : wanted) {
            grams(reference, n).forEach((gram, times) -> most.merge(gram, times, Math::max));
        }
        for (var gram : grams(words, n).entrySet()) {
            said[n] += gram.getValue();
            matched[n] += Math.min(gram.getValue(), most.getOrDefault(gram.getKey(), 0));
        }
    }

    private static Map<List<String>, Integer> grams(List<String> words, int n) {
        Map<List<String>, Integer> found = new HashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            found.merge(words.subList(i, i + n), 1, Integer::sum);
        }
        return found;
    }

    double bleu() {
        double logs = 0;
        for (int n = 1; n <= LONGEST; n++) {
            logs += Math.log((double) matched[n] / said[n]);
        }
        double brevity = length < wantedLength ? Math.exp(1 - (double) wantedLength / length) : 1;
        return brevity * Math.exp(logs / LONGEST);
    }

    /** ROUGE-L: F1 of the longest common subsequence, with the best reference. */
    static double longestCommon(String reply, List<String> references) {
        List<String> a = words(reply);
        return references.stream()
                .map(WordOverlap::words)
                .mapToDouble(b -> 2.0 * common(a, b) / (a.size() + b.size()))
                .max()
                .orElseThrow();
    }

    private static int common(List<String> a, List<String> b) {
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                longest[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[a.size()][b.size()];
    }
}
