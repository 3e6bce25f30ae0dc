package skylark.nlg.understand;

import java.util.List;
import java.util.Set;
import skylark.domain.BadInputException;
import skylark.domain.Intent;

/** Matches utterances with the forms of the grammar file, courtesy aside. Belongs to one thread. */
final class Grammar {
    private static final Set<String> WORD_LISTS = Set.of(
            "lead",
            "trail",
            "filler",
            "mend",
            "dangling",
            "negation",
            "negation_from",
            "never_a_command_from",
            "hardly_a_command_from",
            "harmless_negation",
            "never_a_command_with");

    private final Courtesy courtesy;
    private final Matcher matcher;

    Grammar(GrammarFile file) {
        this(new Courtesy(file), new Matcher(automaton(file)));
    }

    private Grammar(Courtesy courtesy, Matcher matcher) {
        this.courtesy = courtesy;
        this.matcher = matcher;
    }

    /** Another one, for another thread, of the same forms. */
    Grammar beside() {
        return new Grammar(courtesy, matcher.beside());
    }

    private static Automaton automaton(GrammarFile file) {
        Automaton automaton = new Automaton(file.rules());
        file.sections().forEach((name, lines) -> {
            if (!WORD_LISTS.contains(name)) {
                Intent intent = Intent.byName(name)
                        .orElseThrow(() -> new BadInputException("grammar: no intent is called '" + name + "'"));
                lines.forEach(line -> automaton.add(intent, PatternParser.parse(line)));
            }
        });
        return automaton;
    }

    Courtesy courtesy() {
        return courtesy;
    }

    /**
     * What the words mean; the match with the least courtesy taken off. {@code ahead} is of the words as they stand, so
     * that more may follow the last one.
     */
    Matcher.Outcome match(List<String> words) {
        long ahead = 0;
        int[] ends = courtesy.ends(words);
        for (int from : courtesy.starts(words)) {
            for (int to : ends) {
                if (to <= from) {
                    break;
                }
                Matcher.Outcome outcome = matcher.match(words, from, to);
                ahead |= to == words.size() ? outcome.ahead() : 0;
                if (outcome.match() != null) {
                    return new Matcher.Outcome(outcome.match(), ahead);
                }
            }
        }
        return new Matcher.Outcome(null, ahead);
    }
}
