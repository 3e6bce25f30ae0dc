package skylark.nlg.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The operator's words as a prompt shows them: lower case, letters only, numbers as {@code <num>}, at most twelve. So
 * nothing that is said can be a flag, and the model sees no number that it could repeat.
 */
final class OperatorWords {
    static final String NUMBER = "<num>";

    private static final int MOST = 12;
    private static final Pattern NOT_SPOKEN = Pattern.compile("[^a-z0-9' ]");
    private static final Pattern SPACES = Pattern.compile("[ ]+");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private OperatorWords() {}

    static String clean(String words) {
        List<String> kept = new ArrayList<>();
        String spoken = NOT_SPOKEN.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
        for (String word : SPACES.split(spoken.strip())) {
            boolean number = NumberWords.isNumber(word) || DIGIT.matcher(word).find();
            boolean again =
                    number && !kept.isEmpty() && kept.get(kept.size() - 1).equals(NUMBER);
            if (!again && !word.isEmpty()) {
                kept.add(number ? NUMBER : word);
            }
        }
        return String.join(" ", kept.subList(0, Math.min(MOST, kept.size()))).replace(" " + NUMBER, NUMBER);
    }
}
