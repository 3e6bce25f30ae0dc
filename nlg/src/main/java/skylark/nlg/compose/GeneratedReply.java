package skylark.nlg.compose;

import skylark.nlg.generate.Generation;

/**
 * What the model wrote.
 *
 * @param words with placeholders, not yet checked
 * @param generation how it ended, and how long it took
 */
public record GeneratedReply(String words, Generation generation) {
    private static final double NS_PER_MS = 1e6;

    GeneratedReply with(String otherWords) {
        return new GeneratedReply(otherWords, generation);
    }

    public double firstTokenMs() {
        return generation.firstTokenNs() / NS_PER_MS;
    }

    public double totalMs() {
        return generation.totalNs() / NS_PER_MS;
    }
}
