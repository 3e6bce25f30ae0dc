package skylark.nlg.compose;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import skylark.nlg.prompt.NumberWords;
import skylark.nlg.prompt.PromptWriter;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;

/** Decides whether generated words may be spoken. Immutable. */
final class ReplyCheck {
    private static final int REPLY_WORDS = 14;
    private static final int LONG_WORDS = 20;
    private static final int ANNOUNCEMENT_WORDS = 12;

    /** With one of these the plain answer needs no value: "at home", "wind calm", "on the ground, not moving". */
    private static final Set<String> SAY_ALL =
            Set.of("landed:ground", "motion:still", "wind:calm", "home:here", "mission:none");

    private final PromptWriter prompts;
    private final Essentials essentials = new Essentials();

    ReplyCheck(PromptWriter prompts) {
        this.prompts = prompts;
    }

    /**
     * What is wrong with the words, if anything.
     *
     * @param words as generated, with placeholders
     * @param spoken the same with values
     */
    Optional<String> fault(ReplyRequest request, String words, String spoken) {
        if (spoken.isBlank() || !spoken.chars().anyMatch(Character::isLetter)) {
            return Optional.of("empty");
        }
        if (spoken.split(" ").length > mostWords(request)) {
            return Optional.of("too long");
        }
        if (NumberWords.in(SpokenText.PLACEHOLDER.matcher(words).replaceAll(" "))) {
            return Optional.of("a number of its own");
        }
        if (!essentials.areIn(words, request)) {
            return Optional.of("about something else");
        }
        return valuesFault(request, words).or(() -> Contradictions.in(words, prompts.flags(request)));
    }

    private Optional<String> valuesFault(ReplyRequest request, String words) {
        Set<Placeholder> said = EnumSet.noneOf(Placeholder.class);
        for (MatchResult match : SpokenText.PLACEHOLDER.matcher(words).results().toList()) {
            if (!said.add(Placeholder.byName(match.group(1)))) {
                return Optional.of("a value twice");
            }
        }
        if (!prompts.allowed(request).containsAll(said)) {
            return Optional.of("a value that was not offered");
        }
        boolean excused =
                request.act() == Act.ANSWER && prompts.flags(request).stream().anyMatch(SAY_ALL::contains);
        return excused || said.containsAll(prompts.required(request))
                ? Optional.empty()
                : Optional.of("a value is missing");
    }

    private static int mostWords(ReplyRequest request) {
        if (request.topic().equals("query.missed")) {
            return Integer.MAX_VALUE;
        }
        boolean isLong = request.act() == Act.CHALLENGE
                || request.topic().equals("query.status")
                || request.topic().equals("help");
        return isLong ? LONG_WORDS : request.act() == Act.ANNOUNCE ? ANNOUNCEMENT_WORDS : REPLY_WORDS;
    }
}
