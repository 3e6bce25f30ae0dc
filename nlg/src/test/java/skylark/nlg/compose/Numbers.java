package skylark.nlg.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import skylark.nlg.prompt.NumberWords;
import skylark.nlg.prompt.PromptWriter;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.reply.Speller;

/** Whether spoken numbers are the state's own. */
final class Numbers {
    private static final Speller SPELLER = new Speller(SpeechProfile.PLAIN);

    private Numbers() {}

    /** Takes every known value out of the text; no number may be left. */
    static void assertAllKnown(PromptWriter prompts, ReplyRequest request, String spoken) {
        String rest = spoken.toLowerCase(Locale.ROOT);
        List<String> values = prompts.allowed(request).stream()
                .map(placeholder -> placeholder.words(request, SPELLER))
                .sorted((a, b) -> b.length() - a.length())
                .toList();
        for (String value : values) {
            rest = rest.replace(value.toLowerCase(Locale.ROOT), " ");
        }
        assertThat(NumberWords.in(rest))
                .as("numbers left in '%s' of '%s'", rest, spoken)
                .isFalse();
    }
}
