package skylark.audio.hear;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How usual a sentence is among the phrases: a trigram model, smoothed by Witten and Bell (1991), for choosing among
 * what the recogniser took into account. Vosk makes a bigram model of the same phrases and cannot make more. Immutable.
 */
public final class SentenceModel {
    /** Words a key can tell apart; three of them fit into a long. */
    private static final int WORDS = 1 << 20;

    private static final int ORDER = 3;
    private static final int EDGE = 0;
    private static final int UNKNOWN = 1;
    /** What the model has no count for may be any word of a small language. */
    private static final double FLOOR = 1 / 6000.0;

    private final Map<String, Integer> ids = new HashMap<>();
    private final NgramCounts[] counts = new NgramCounts[ORDER];

    private SentenceModel() {}

    /** @param phrases words separated by single spaces */
    static SentenceModel of(Collection<String> phrases) {
        SentenceModel model = new SentenceModel();
        int[][] sentences = phrases.stream().map(model::learn).toArray(int[][]::new);
        int words = 0;
        for (int[] sentence : sentences) {
            words += sentence.length;
        }
        for (int n = 0; n < ORDER; n++) {
            model.counts[n] = NgramCounts.of(keys(sentences, words, n));
        }
        return model;
    }

    /** The numbers of its words and of its end. */
    private int[] learn(String phrase) {
        String[] words = phrase.split(" ", -1);
        int[] sentence = new int[words.length + 1];
        for (int i = 0; i < words.length; i++) {
            sentence[i] = ids.computeIfAbsent(words[i], word -> ids.size() + UNKNOWN + 1);
        }
        return sentence;
    }

    private static long[] keys(int[][] sentences, int words, int n) {
        long[] keys = new long[words];
        int at = 0;
        for (int[] sentence : sentences) {
            for (int i = 0; i < sentence.length; i++) {
                keys[at++] = history(sentence, i, n) * WORDS + sentence[i];
            }
        }
        return keys;
    }

    /** The last {@code n} words before the one at {@code i}, as a number. */
    private static long history(int[] sentence, int i, int n) {
        long history = 0;
        for (int j = i - n; j < i; j++) {
            history = history * WORDS + (j < 0 ? EDGE : sentence[j]);
        }
        return history;
    }

    /** Natural logarithm of the probability of these words and of the end after them. */
    public double logProbability(String words) {
        if (words.isEmpty()) {
            return 0;
        }
        int[] sentence = sentence(words);
        double log = 0;
        for (int i = 0; i < sentence.length; i++) {
            log += Math.log(probability(sentence, i));
        }
        return log;
    }

    /**
     * The share of places after the last {@code n} words of these at which a phrase ends; before the first word counts as
     * one.
     *
     * @param n 0 to 2
     * @param enough places that there must be, lest it is NaN
     */
    double endShare(String words, int n, int enough) {
        int[] sentence = sentence(words);
        long first = history(sentence, sentence.length - 1, n) * WORDS;
        int seen = counts[n].count(counts[n].place(first), counts[n].place(first + WORDS));
        return seen < enough ? Double.NaN : (double) counts[n].count(first + EDGE) / seen;
    }

    private int[] sentence(String words) {
        String[] split = words.split(" ", -1);
        int[] sentence = new int[split.length + 1];
        for (int i = 0; i < split.length; i++) {
            sentence[i] = ids.getOrDefault(split[i], UNKNOWN);
        }
        return sentence;
    }

    private double probability(int[] sentence, int i) {
        double probability = FLOOR;
        for (int n = 0; n < ORDER; n++) {
            long first = history(sentence, i, n) * WORDS;
            int from = counts[n].place(first);
            int to = counts[n].place(first + WORDS);
            int seen = counts[n].count(from, to);
            int kinds = to - from;
            if (seen > 0) {
                probability = (counts[n].count(first + sentence[i]) + kinds * probability) / (seen + kinds);
            }
        }
        return probability;
    }
}
