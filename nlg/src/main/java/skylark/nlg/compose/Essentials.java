package skylark.nlg.compose;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/** The stems of {@code essentials.txt}: generated words without any of them are about something else. Immutable. */
final class Essentials {
    private final Map<String, List<String>> stems = SituationTable.load("essentials.txt");

    /** Whether delexicalised words are about the request's topic, as far as that is known. */
    boolean areIn(String words, ReplyRequest request) {
        if (request.act() == Act.ASK_SLOT) {
            return words.endsWith("?");
        }
        String key = SituationTable.keys(request).stream()
                .filter(stems::containsKey)
                .findFirst()
                .orElse(request.topic());
        List<String> wanted = stems.get(key);
        // A value alone says it too: "Sixty two percent."
        boolean bare = words.startsWith("{") && request.reason() == null;
        return wanted == null || bare || hasStem(words.toLowerCase(Locale.ROOT), wanted.get(0));
    }

    private static boolean hasStem(String words, String stems) {
        for (String stem : stems.split(" ")) {
            if (words.startsWith(stem) || words.contains(" " + stem) || words.contains("{" + stem)) {
                return true;
            }
        }
        return false;
    }
}
