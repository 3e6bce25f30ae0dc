package skylark.nlg.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that are numbers, the radio's ways of saying them included. */
public final class NumberWords {
    private static final Set<String> ALL = Set.of(
            ("zero one two three four five six seven eight nine niner ten eleven twelve thirteen fourteen fifteen"
                            + " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
                            + " ninety hundred thousand tree fife")
                    .split(" "));
    private static final Pattern GAPS = Pattern.compile("[^a-z]+");

    private NumberWords() {}

    /** Whether one word, in any case, is a number. */
    public static boolean isNumber(String word) {
        return ALL.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a text holds a number, as a word or in digits. */
    public static boolean in(String text) {
        return text.chars().anyMatch(Character::isDigit)
                || Arrays.stream(GAPS.split(text.toLowerCase(Locale.ROOT))).anyMatch(ALL::contains);
    }
}
