package skylark.nlg.reply;

import java.util.List;

/** Reads numbers in words back, independently of the speller. */
public final class NumberReader {
    private static final List<String> SMALL = List.of(("zero one two three four five six seven eight nine ten eleven"
                    + " twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
            .split(" "));
    private static final List<String> TENS =
            List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

    private NumberReader() {}

    public static double read(String words) {
        double total = 0;
        double current = 0;
        double sign = 1;
        double fraction = 0;
        for (String word : words.split(" ")) {
            if (word.equals("minus")) {
                sign = -1;
            } else if (word.equals("point")) {
                fraction = 0.1;
            } else if (word.equals("hundred")) {
                current *= 100;
            } else if (word.equals("thousand")) {
                total += current * 1000;
                current = 0;
            } else if (fraction > 0) {
                current += fraction * SMALL.indexOf(word);
            } else {
                current += SMALL.contains(word) ? SMALL.indexOf(word) : 10 * (TENS.indexOf(word) + 2);
            }
        }
        return sign * (total + current);
    }
}
