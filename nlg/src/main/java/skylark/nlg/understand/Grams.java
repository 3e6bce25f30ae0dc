package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.List;

/**
 * Words, pairs of neighbours with the borders of the sentence, and the pieces of longer words, which outlast mishearings;
 * all numbers count as one. Stateless.
 */
final class Grams {
    private static final int PIECE = 4;

    private Grams() {}

    static List<String> of(List<String> words) {
        List<String> grams = new ArrayList<>(6 * words.size() + 1);
        String before = "<";
        for (String word : words) {
            String marked = NumberWords.isNumberWord(word) ? "#" : word;
            grams.add(marked);
            grams.add(before + " " + marked);
            addPieces(marked, grams);
            before = marked;
        }
        grams.add(before + " >");
        return grams;
    }

    private static void addPieces(String word, List<String> grams) {
        String bordered = "^" + word + "$";
        for (int at = 0; word.length() >= PIECE && at + PIECE <= bordered.length(); at++) {
            grams.add("~" + bordered.substring(at, at + PIECE));
        }
    }
}
