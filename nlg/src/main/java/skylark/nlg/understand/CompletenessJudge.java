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
        boolean mustGoOn = outcome.ahead() != 0
                || dangling.startOfSuffix(words, words.size()) >= 0
                || NumberWords.isNumberWord(words.get(words.size() - 1))
                || mending.awaitsMore(words);
        return mustGoOn ? Completeness.INCOMPLETE : Completeness.OPEN;
    }
}
