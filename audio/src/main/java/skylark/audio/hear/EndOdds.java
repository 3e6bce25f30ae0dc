package skylark.audio.hear;

/**
 * How often sentences end with the words that were heard last: "... up there" mostly does, "... up by" never does. From
 * the phrases, by the last two words and, where they are rare, by the last one alone. Immutable.
 */
public final class EndOdds {
    /** Pairs seen less often say nothing. */
    private static final int ENOUGH_PAIRS = 3;

    private static final int ENOUGH_WORDS = 5;

    private final SentenceModel sentences;

    EndOdds(SentenceModel sentences) {
        this.sentences = sentences;
    }

    /** The share of places after these words at which a sentence ends, 0 to 1; 0 when they are unknown. */
    public double of(String words) {
        String heard = Spelling.toModel(words);
        double share = sentences.endShare(heard, 2, ENOUGH_PAIRS);
        if (Double.isNaN(share)) {
            share = sentences.endShare(heard, 1, ENOUGH_WORDS);
        }
        return Double.isNaN(share) ? 0 : share;
    }
}
