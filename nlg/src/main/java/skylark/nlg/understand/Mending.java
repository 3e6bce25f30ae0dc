package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;

/**
 * Puts self-corrections right: the last value counts. "climb ten no make it twenty meters" becomes "climb twenty
 * meters". Belongs to the grammar's thread.
 */
final class Mending {
    private static final Set<String> DIRECTIONS = Set.of(
            "left",
            "right",
            "forward",
            "forwards",
            "back",
            "backward",
            "backwards",
            "up",
            "down",
            "north",
            "south",
            "east",
            "west",
            "ahead",
            "clockwise",
            "counterclockwise",
            "on",
            "off");
    private static final Set<String> SMALL_WORDS = Set.of("to", "by", "at", "the", "number", "waypoint", "heading");

    private static final int LONGEST_TAKING_BACK = 3;

    private final Grammar grammar;
    private final SpeechAct speechAct;
    private final PhraseSet markers;

    Mending(GrammarFile file, Grammar grammar, SpeechAct speechAct) {
        this.grammar = grammar;
        this.speechAct = speechAct;
        this.markers = new PhraseSet(file.section("mend"));
    }

    /** The words after mending; the same list where nothing is to be mended. */
    List<String> mend(List<String> words) {
        for (int at = words.size() - 2; at >= 1; at--) {
            int end = markers.endOfPrefix(words, at);
            if (end > 0 && end < words.size()) {
                List<String> mended = mend(words.subList(0, startOf(words, at)), words.subList(end, words.size()));
                if (mended != null) {
                    return mended;
                }
            }
        }
        return takenBack(words);
    }

    /** "land uh never mind": what takes all before it back stands alone. */
    private List<String> takenBack(List<String> words) {
        for (int n = Math.min(LONGEST_TAKING_BACK, words.size() - 1); n >= 2; n--) {
            List<String> last = words.subList(words.size() - n, words.size());
            Matcher.Match match = grammar.match(last).match();
            if (match != null
                    && match.intent() == Intent.CANCEL
                    && !speechAct.negated(words.subList(0, words.size() - n))) {
                return last;
            }
        }
        return words;
    }

    /** Whether the words end where a correction is about to follow. */
    boolean awaitsMore(List<String> words) {
        return words.size() > 1 && markers.startOfSuffix(words, words.size()) > 0;
    }

    /** A marker may be longer to the left: "no" before "make it". */
    private int startOf(List<String> words, int at) {
        int start = at;
        for (int longer = at - 1; longer >= 1 && longer >= at - 2; longer--) {
            if (markers.endOfPrefix(words, longer) > at) {
                start = longer;
            }
        }
        return start;
    }

    private @Nullable List<String> mend(List<String> before, List<String> after) {
        if (speechAct.refused(after) > 0 || known(after) && begun(before)) {
            return after;
        }
        List<String> together = replaced(mend(before), after);
        return known(together) ? together : null;
    }

    /** Whether something was ordered or begun that can be replaced as a whole; anything else may be talk about orders. */
    private boolean begun(List<String> before) {
        Matcher.Outcome outcome = grammar.match(mend(before));
        return outcome.match() != null || outcome.ahead() != 0;
    }

    private boolean known(List<String> words) {
        return grammar.match(words).match() != null;
    }

    private static List<String> replaced(List<String> before, List<String> after) {
        List<String> out = new ArrayList<>(before);
        List<String> rest = new ArrayList<>(after);
        replaceQuantity(out, rest);
        replaceDirection(out, rest);
        if (!rest.isEmpty() && out.contains(rest.get(0)) && SMALL_WORDS.contains(rest.get(0))) {
            rest.remove(0);
        }
        out.addAll(rest);
        return out;
    }

    private static void replaceQuantity(List<String> out, List<String> rest) {
        int from = lastQuantity(out);
        int with = lastQuantity(rest);
        if (from < 0 || with < 0) {
            return;
        }
        Quantity old = at(out, from);
        Quantity now = at(rest, with);
        List<String> span = rest.subList(with, now.end());
        boolean keepUnit = now.dimension() == Quantity.Dimension.NONE && old.dimension() != Quantity.Dimension.NONE;
        NumberWords.Span number = keepUnit ? NumberWords.at(out, from) : null;
        List<String> target = out.subList(from, number == null ? old.end() : number.end());
        target.clear();
        target.addAll(List.copyOf(span));
        span.clear();
    }

    private static void replaceDirection(List<String> out, List<String> rest) {
        for (int i = 0; i < rest.size(); i++) {
            for (int j = out.size() - 1; j >= 0 && DIRECTIONS.contains(rest.get(i)); j--) {
                if (DIRECTIONS.contains(out.get(j))) {
                    out.set(j, rest.remove(i));
                    return;
                }
            }
        }
    }

    /** Where the last number begins, or -1. */
    private static int lastQuantity(List<String> words) {
        int last = -1;
        for (int at = 0; at < words.size(); ) {
            Quantity quantity = Quantity.at(words, at);
            last = quantity == null ? last : at;
            at = quantity == null ? at + 1 : quantity.end();
        }
        return last;
    }

    private static Quantity at(List<String> words, int at) {
        Quantity quantity = Quantity.at(words, at);
        if (quantity == null) {
            throw new IllegalStateException("no number at " + at + " of " + words);
        }
        return quantity;
    }
}
