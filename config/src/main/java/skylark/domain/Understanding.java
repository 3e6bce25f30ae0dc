package skylark.domain;

/**
 * What an utterance means.
 *
 * @param text the normalised words: lower case, numbers in words as heard
 * @param confidence 0 to 1, calibrated
 * @param route who said so: grammar, encoder or context
 */
public record Understanding(String text, Intent intent, Slots slots, double confidence, Route route) {

    /** Which part of the understanding decided. */
    public enum Route {
        GRAMMAR,
        ENCODER,
        CONTEXT
    }

    /** Every required slot was said. */
    public boolean complete() {
        return intent.missing(slots).isEmpty();
    }
}
