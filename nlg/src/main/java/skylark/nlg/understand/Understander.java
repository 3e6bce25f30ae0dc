package skylark.nlg.understand;

import skylark.domain.Understanding;

/** Words to meaning. Implementations belong to one thread. */
public interface Understander {

    /**
     * What {@code words} mean; {@code OUT_OF_SCOPE} when they mean nothing that is known.
     *
     * @param words as a recogniser or a person writes them; any length, any characters
     */
    Understanding understand(String words);

    /** How finished the words so far are; called on every change of the partial, so within 0.1 ms. */
    Completeness completeness(String wordsSoFar);

    /** How finished an utterance is. */
    enum Completeness {
        /** Nothing needs to follow: "how much battery is left". */
        COMPLETE,
        /** Something must follow: "climb to". */
        INCOMPLETE,
        /** Not known to the grammar as it stands, which knows how it would go on: "give me an idea how much there is". */
        UNLIKELY,
        /** Not known to the grammar. */
        OPEN
    }
}
