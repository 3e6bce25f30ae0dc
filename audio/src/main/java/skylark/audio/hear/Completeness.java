package skylark.audio.hear;

/** How finished an utterance is, as far as its words tell. */
public enum Completeness {
    /** Nothing needs to follow: "how much battery is left". */
    COMPLETE,
    /** Something must follow: "climb to". */
    INCOMPLETE,
    /** The words do not tell. */
    OPEN;

    /** Who knows the language says how finished words are; called on every change of the partial, within 0.1 ms. */
    @FunctionalInterface
    public interface Judge {
        Completeness of(String words);
    }
}
