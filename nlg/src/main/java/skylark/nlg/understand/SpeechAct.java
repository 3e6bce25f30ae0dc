package skylark.nlg.understand;

import java.util.List;

/**
 * Tells orders from words that only mention one: what is negated, asked, supposed or reported moves nothing. Immutable.
 */
final class SpeechAct {
    private static final int REACH_OF_NOT = 2;

    private final Courtesy courtesy;
    private final PhraseSet barredFrom;
    private final PhraseSet doubtfulFrom;
    private final PhraseSet barredWith;
    private final PhraseSet negation;
    private final PhraseSet harmlessNegation;
    private final PhraseSet negationFrom;

    SpeechAct(GrammarFile grammar, Courtesy courtesy) {
        this.courtesy = courtesy;
        this.barredFrom = new PhraseSet(grammar.section("never_a_command_from"));
        this.doubtfulFrom = new PhraseSet(grammar.section("hardly_a_command_from"));
        this.barredWith = new PhraseSet(grammar.section("never_a_command_with"));
        this.negation = new PhraseSet(grammar.section("negation"));
        this.harmlessNegation = new PhraseSet(grammar.section("harmless_negation"));
        this.negationFrom = new PhraseSet(grammar.section("negation_from"));
    }

    /** Whether these words cannot be an order, whatever they seem to say. */
    boolean barsCommands(List<String> words) {
        return negated(words) || mentions(words);
    }

    /** Whether an order is only asked about, supposed or reported in these words. */
    boolean mentions(List<String> words) {
        int from = start(words);
        return barredFrom.endOfPrefix(words, from) > 0 || barredWith.anywhere(words, from);
    }

    /** Whether what stands at {@code at} is refused by what stands right before it: "do not you ever stop". */
    boolean negatedAt(List<String> words, int at) {
        for (int from = Math.max(0, at - REACH_OF_NOT); from < at; from++) {
            if (negation.endOfPrefix(words, from) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether these words are an order only when nothing else comes into question: "before it rains, land". */
    boolean doubtsCommands(List<String> words) {
        return doubtfulFrom.endOfPrefix(words, start(words)) > 0 || harmlessNegation.anywhere(words, 0);
    }

    boolean negated(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            int harmless = harmlessNegation.endOfPrefix(words, at);
            if (harmless > 0) {
                at = harmless - 1;
            } else if (negation.endOfPrefix(words, at) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the refused order begins in "please do not land", or -1 if the words do not begin with a refusal. */
    int refused(List<String> words) {
        for (int start : courtesy.starts(words)) {
            int end = negationFrom.endOfPrefix(words, start);
            if (end > 0 && end < words.size()) {
                int more = negationFrom.endOfPrefix(words, end);
                return more > 0 && more < words.size() ? more : end;
            }
        }
        return -1;
    }

    private int start(List<String> words) {
        int[] starts = courtesy.starts(words);
        return starts[starts.length - 1];
    }
}
