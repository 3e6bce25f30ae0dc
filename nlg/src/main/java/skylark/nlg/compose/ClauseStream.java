package skylark.nlg.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import skylark.nlg.generate.TokenSink;
import skylark.nlg.tokenize.Vocabulary;

/** Joins tokens to words and hands out each clause when its mark arrives. One object serves one generation. */
final class ClauseStream implements TokenSink {
    private static final Pattern BETWEEN = Pattern.compile("(?<=[,.:?!]) +");

    private static final int ROOM = 256;

    private final Vocabulary vocabulary;
    private final ClauseSink clauses;
    private final StringBuilder words = new StringBuilder(ROOM);
    private int handedOut;

    ClauseStream(Vocabulary vocabulary, ClauseSink clauses) {
        this.vocabulary = vocabulary;
        this.clauses = clauses;
    }

    @Override
    public void token(int id) {
        // A placeholder's token has swallowed the space before it.
        if (vocabulary.isSpecial(id) && words.length() > 0) {
            words.append(' ');
        }
        words.append(vocabulary.piece(id));
        if (",.:?!".indexOf(words.charAt(words.length() - 1)) >= 0) {
            clauses.clause(words.substring(handedOut).strip());
            handedOut = words.length();
        }
    }

    String words() {
        return words.toString().strip();
    }

    /** The clauses of a complete text, each with its mark: what a synthesiser takes one by one. */
    static List<String> split(String text) {
        return new ArrayList<>(List.of(BETWEEN.split(text.strip())));
    }

    /** The words without their last clause, if something stands before it. */
    static Optional<String> withoutLast(String words) {
        List<String> clauses = split(words);
        String kept = String.join(" ", clauses.subList(0, clauses.size() - 1));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.replaceFirst("[,:]$", "."));
    }
}
