package skylark.audio.voice;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which words are accented, and how phrases end, in ToBI. The rules are those of MaryTTS's English prosody, except that
 * numbers are accented (they are what the operator listens for) and that the word classes are a closed list of unaccented
 * words instead of a tagger.
 */
final class Intonation {
    private static final Set<String> UNACCENTED = Set.of(("a an the this that these those some any each every no all"
                    + " i you he she it we they me him her us them my your his its our their"
                    + " am is are was were be been being do does did have has had can could will would shall should may might"
                    + " must and or but nor so yet if than then as at by for from in into of off on onto over to toward"
                    + " under up upon with within without above below about after before between per via until while"
                    + " not there here what when where which who whom whose why how i'm i'll i've you're it's we're that's"
                    + " isn't aren't can't won't don't point")
            .split(" "));
    private static final Set<String> QUESTION_WORDS =
            Set.of("what", "when", "where", "which", "who", "whom", "whose", "why", "how");

    private final List<Sentence.Word> words;
    private final Sentence sentence;

    Intonation(Sentence sentence) {
        this.sentence = sentence;
        this.words = sentence.words();
    }

    /** The accent of a word, or the empty string. */
    String accent(int index) {
        if (!carriesAccent(index)) {
            return "";
        }
        boolean nuclear = isLastAccentOfPhrase(index);
        if (!sentence.isQuestion()) {
            return sentence.end() == '!' ? "H*" : nuclear ? "!H*" : "L+H*";
        }
        return nuclear && !asksForContent() ? "L*" : "H*";
    }

    /** The tone after a word that ends a phrase. */
    String tone(int index) {
        if (index < words.size() - 1 || sentence.continues()) {
            return "H-L%";
        }
        return sentence.isQuestion() && !asksForContent() ? "H-H%" : "L-L%";
    }

    /** 4 inside the sentence, 6 at its end. */
    int breakIndex(int index) {
        return index < words.size() - 1 || sentence.continues() ? 4 : 6;
    }

    private boolean asksForContent() {
        return QUESTION_WORDS.contains(words.get(0).text().toLowerCase(Locale.ROOT));
    }

    private boolean isLastAccentOfPhrase(int index) {
        for (int i = index; i < words.size() - 1 && !words.get(i).phraseEnd(); i++) {
            if (carriesAccent(i + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean carriesAccent(int index) {
        return !UNACCENTED.contains(words.get(index).text());
    }
}
