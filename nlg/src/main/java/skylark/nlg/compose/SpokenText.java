package skylark.nlg.compose;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.Speller;

/** Fills values into delexicalised words. Immutable. */
final class SpokenText {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

    private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.?!] )[a-z]");

    private final Speller speller;

    SpokenText(Speller speller) {
        this.speller = speller;
    }

    /**
     * The words as they are spoken, or null if a placeholder has no value in this request. Values are never taken for
     * placeholders.
     */
    @Nullable String fill(String words, ReplyRequest request) {
        StringBuilder spoken = new StringBuilder();
        Matcher found = PLACEHOLDER.matcher(words);
        while (found.find()) {
            String value = Placeholder.byName(found.group(1)).words(request, speller);
            if (value == null) {
                return null;
            }
            found.appendReplacement(spoken, Matcher.quoteReplacement(value));
        }
        return capitalised(found.appendTail(spoken).toString());
    }

    private static String capitalised(String text) {
        return SENTENCE_START.matcher(text).replaceAll(start -> start.group().toUpperCase(Locale.ROOT));
    }
}
