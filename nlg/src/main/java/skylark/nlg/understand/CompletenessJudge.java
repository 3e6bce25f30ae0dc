package skylark.nlg.understand;

import java.util.List;
import skylark.nlg.understand.Understander.Completeness;

/**
 * How finished words are. Cautious: a number whose unit may follow is unfinished, and words that another intent begins
 * with ("stop", of "stop recording") are open. Belongs to the grammar's thread.
 */
final class CompletenessJudge {
    private final Grammar grammar;
    private final SpeechAct speechAct;
    private final Mending mending;
    private final PhraseSet dangling;

    CompletenessJudge(GrammarFile file, Grammar grammar, SpeechAct speechAct, Mending mending) {
        this.grammar = grammar;
        this.speechAct = speechAct;
        this.mending = mending;
        this.dangling = new PhraseSet(file.section("dangling"));
    }

    Completeness of(List<String> words) {
        if (words.isEmpty()) {
            return Completeness.OPEN;
        }
        List<String> mended = mending.mend(words);
        int refused = speechAct.refused(mended);
        Matcher.Outcome outcome = grammar.match(mended);
        if (outcome.match() == null && refused > 0) {
            outcome = grammar.match(mended.subList(refused, mended.size()));
        }
        return outcome.match() == null ? unmatched(words, outcome) : matched(outcome.match(), outcome.ahead());
    }

    private static Completeness matched(Matcher.Match match, long ahead) {
        if (match.unfinished() || !match.intent().missing(match.slots()).isEmpty()) {
            return Completeness.INCOMPLETE;
        }
        boolean otherwise = (ahead & ~Automaton.bit(match.intent())) != 0;
        return otherwise ? Completeness.OPEN : Completeness.COMPLETE;
    }

    private Completeness unmatched(List<String> words, Matcher.Outcome outcome) {
        if (numberMayGoOn(words) || mending.awaitsMore(words)) {
            return Completeness.INCOMPLETE;
        }
        boolean goesOn = outcome.ahead() != 0 || dangling.startOfSuffix(words, words.size()) >= 0;
        return goesOn ? Completeness.UNLIKELY : Completeness.OPEN;
    }

    /** A unit or more digits may follow, but not after the three of a heading. */
    private static boolean numberMayGoOn(List<String> words) {
        int end = words.size();
        if (!NumberWords.isNumberWord(words.get(end - 1))) {
            return false;
        }
        NumberWords.Span heading = end < 3 ? null : NumberWords.at(words, end - 3);
        return heading == null || heading.digits() != 3 || heading.end() != end;
    }
}
