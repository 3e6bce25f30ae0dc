package skylark.dialog;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words with which an operator takes something back and says it anew. */
final class Corrections {
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:(?:correction|negative|no|nope|sorry|wait|actually|i mean|i meant|make that|make it|rather)\\b[ ,.]*)+");

    /** "Sorry" or "actually" alone takes nothing back. */
    private static final Pattern BARE = Pattern.compile("(correction|negative|no i mean|i mean|make that)[ ,.]*");

    private Corrections() {}

    static boolean begin(String words) {
        return BEGINNING.matcher(words.strip().toLowerCase(Locale.ROOT)).lookingAt();
    }

    /** Nothing is said anew: "correction" alone takes back. */
    static boolean isBare(String words) {
        return BARE.matcher(words.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** What is said anew. */
    static String without(String words) {
        return BEGINNING.matcher(words.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
