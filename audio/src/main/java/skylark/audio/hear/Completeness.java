package skylark.audio.hear;

/** How finished an utterance is, as far as its words tell. */
public enum Completeness {
    /** Nothing needs to follow: "how much battery is left". */
    COMPLETE,
    /** Not known as a whole, but its last words are such as sentences end with. */
    LIKELY,
    /** Its words mean something as they are, though sentences seldom end with the last of them. */
    POSSIBLE,
    /** Something must follow: "climb to". */
    INCOMPLETE,
    /** The words do not tell. */
    OPEN;

    /** Who knows the language says how finished words are; asked in pauses only, a few times a turn, within 10 ms. */
    @FunctionalInterface
    public interface Judge {
        Completeness of(String words);
    }
}
