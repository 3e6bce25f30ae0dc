package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.List;

/** Words and pairs of neighbours with the borders of the sentence; all numbers count as one. Stateless. */
final class Grams {
    private Grams() {}

    static List<String> of(List<String> words) {
        List<String> grams = new ArrayList<>(2 * words.size() + 1);
        String before = "<";
        for (String word : words) {
            String marked = NumberWords.isNumberWord(word) ? "#" : word;
            grams.add(marked);
            grams.add(before + " " + marked);
            before = marked;
        }
        grams.add(before + " >");
        return grams;
    }
}
