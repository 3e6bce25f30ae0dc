package skylark.nlg.understand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in words, as operators say them: "twenty five", "a hundred and twenty", "one twenty", "two seven zero",
 * "three oh five", "one point five", "two and a half", "a couple of", "niner", and digits. Stateless.
 */
final class NumberWords {
    private static final Map<String, Integer> ONES = new HashMap<>();
    private static final Map<String, Integer> TEENS = new HashMap<>();
    private static final Map<String, Integer> TENS = new HashMap<>();
    private static final Map<String, Integer> ORDINALS = new HashMap<>();
    private static final int MAX_DIGIT_WORDS = 6;

    static {
        index(ONES, 0, 1, "zero one two three four five six seven eight nine");
        ONES.putAll(Map.of("niner", 9, "tree", 3, "fife", 5, "fower", 4, "naught", 0, "nought", 0));
        index(TEENS, 10, 1, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        index(TENS, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
        TENS.put("fourty", 40);
        index(ORDINALS, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth");
    }

    private NumberWords() {}

    /**
     * A number found in words.
     *
     * @param end the index after its last word
     * @param digits how many digit words it was spelled with ("two seven zero": 3); 0 if it was not spelled
     */
    record Span(double value, int end, int digits) {}

    /** The longest number that begins at {@code at}, or null. */
    static @Nullable Span at(List<String> words, int at) {
        Span idiom = idiom(words, at);
        if (idiom != null) {
            return idiom;
        }
        Span whole = whole(words, at);
        return whole == null ? null : fraction(words, whole);
    }

    /** "first" to "twelfth", or 0. */
    static int ordinal(String word) {
        return ORDINALS.getOrDefault(word, 0);
    }

    static boolean isNumberWord(String word) {
        return ONES.containsKey(word)
                || TEENS.containsKey(word)
                || TENS.containsKey(word)
                || word.equals("hundred")
                || word.equals("thousand")
                || isFigure(word);
    }

    private static @Nullable Span idiom(List<String> words, int at) {
        String first = word(words, at);
        String second = word(words, at + 1);
        if (first.equals("half")) {
            boolean article = second.equals("a") || second.equals("an");
            return new Span(0.5, article ? at + 2 : at + 1, 0);
        }
        if (!first.equals("a")) {
            return null;
        }
        return switch (second) {
            case "couple" -> new Span(2, word(words, at + 2).equals("of") ? at + 3 : at + 2, 0);
            case "dozen" -> new Span(12, at + 2, 0);
            case "half" -> new Span(0.5, at + 2, 0);
            default -> null;
        };
    }

    private static @Nullable Span whole(List<String> words, int at) {
        String word = word(words, at);
        if (isFigure(word)) {
            return figures(words, at);
        }
        if (word.equals("a")) {
            return isScale(word(words, at + 1)) ? scaled(words, 1, at + 1) : null;
        }
        Span spelled = spelledDigits(words, at);
        if (spelled != null) {
            return spelled;
        }
        Span below = belowHundred(words, at);
        return below == null ? null : above(words, at, below);
    }

    private static Span figures(List<String> words, int at) {
        double value = Double.parseDouble(word(words, at));
        return isScale(word(words, at + 1)) ? scaled(words, value, at + 1) : new Span(value, at + 1, 0);
    }

    /** "one" after which may come "hundred", "twenty" (one twenty) or nothing. */
    private static Span above(List<String> words, int at, Span below) {
        String next = word(words, below.end());
        if (isScale(next)) {
            return scaled(words, below.value(), below.end());
        }
        Integer one = ONES.get(word(words, at));
        if (one == null || one == 0) {
            return below;
        }
        Span rest = ONES.containsKey(next) ? null : belowHundred(words, below.end());
        return rest == null ? below : new Span(one * 100 + rest.value(), rest.end(), 0);
    }

    /** From the scale word on: "hundred and twenty five", "thousand two hundred". */
    private static Span scaled(List<String> words, double factor, int at) {
        double scale = word(words, at).equals("hundred") ? 100 : 1000;
        double value = factor * scale;
        int end = at + 1;
        int next = word(words, end).equals("and") ? end + 1 : end;
        Span rest = word(words, next).equals("a") ? null : belowHundred(words, next);
        if (rest != null && scale == 1000 && word(words, rest.end()).equals("hundred")) {
            rest = scaled(words, rest.value(), rest.end());
        }
        return rest == null ? new Span(value, end, 0) : new Span(value + rest.value(), rest.end(), 0);
    }

    private static @Nullable Span belowHundred(List<String> words, int at) {
        String word = word(words, at);
        Integer simple = ONES.getOrDefault(word, TEENS.get(word));
        if (simple != null) {
            return new Span(simple, at + 1, 0);
        }
        Integer tens = TENS.get(word);
        if (tens == null) {
            return null;
        }
        Integer ones = ONES.get(word(words, at + 1));
        return ones == null || ones == 0 ? new Span(tens, at + 1, 0) : new Span(tens + ones, at + 2, 0);
    }

    /** Two or more digit words in a row; "oh" counts as zero after the first. */
    private static @Nullable Span spelledDigits(List<String> words, int at) {
        double value = 0;
        int end = at;
        while (end - at < MAX_DIGIT_WORDS) {
            String word = word(words, end);
            Integer digit =
                    word.equals("oh") || word.equals("o") ? (end > at ? Integer.valueOf(0) : null) : ONES.get(word);
            if (digit == null) {
                break;
            }
            value = value * 10 + digit;
            end++;
        }
        boolean more = TENS.containsKey(word(words, end)) || isScale(word(words, end));
        return end - at < 2 || more ? null : new Span(value, end, end - at);
    }

    private static Span fraction(List<String> words, Span whole) {
        int at = whole.end();
        String next = word(words, at);
        if (next.equals("and")
                && word(words, at + 1).equals("a")
                && word(words, at + 2).equals("half")) {
            return new Span(whole.value() + 0.5, at + 3, 0);
        }
        return next.equals("point") || next.equals("decimal") ? decimals(words, whole) : whole;
    }

    private static Span decimals(List<String> words, Span whole) {
        double value = whole.value();
        double place = 0.1;
        int end = whole.end() + 1;
        Integer digit;
        while ((digit = ONES.get(word(words, end))) != null && place > 1e-4) {
            value += digit * place;
            place /= 10;
            end++;
        }
        return end == whole.end() + 1 ? whole : new Span(Math.rint(value * 1e4) / 1e4, end, 0);
    }

    private static boolean isScale(String word) {
        return word.equals("hundred") || word.equals("thousand");
    }

    private static boolean isFigure(String word) {
        return !word.isEmpty()
                && word.length() <= 9
                && isDigit(word.charAt(0))
                && word.chars().allMatch(c -> c == '.' || isDigit(c))
                && word.chars().filter(c -> c == '.').count() <= 1;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String word(List<String> words, int at) {
        return at < words.size() ? words.get(at) : "";
    }

    private static void index(Map<String, Integer> table, int first, int step, String words) {
        int value = first;
        for (String word : words.split(" ")) {
            table.put(word, value);
            value += step;
        }
    }
}
