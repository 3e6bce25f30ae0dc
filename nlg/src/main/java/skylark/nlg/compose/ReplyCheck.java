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
import skylark.nlg.reply.SpeechTime;

/** Decides whether generated words may be spoken. Immutable. */
final class ReplyCheck {
    static final String TOO_LONG = "too long";

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
        if (SpeechTime.isTooLong(spoken, request)) {
            return Optional.of(TOO_LONG);
        }
        if (NumberWords.in(SpokenText.PLACEHOLDER.matcher(words).replaceAll(" "))) {
            return Optional.of("a number of its own");
        }
        if (!essentials.areIn(words, request)) {
            return Optional.of("about something else");
        }
        return valuesFault(request, words)
                .or(() -> Contradictions.in(words, prompts.flags(request)))
                .or(() -> Unfounded.in(words, request.topic(), prompts.flags(request)));
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
}
