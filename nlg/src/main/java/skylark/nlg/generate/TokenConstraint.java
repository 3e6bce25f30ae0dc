package skylark.nlg.generate;

/** Which tokens may come next. One object serves one generation, on the generator's thread. */
public interface TokenConstraint {

    /** Whether {@code id} may be chosen now. Called for every token of the vocabulary, so it only looks things up. */
    boolean allows(int id);

    /** {@code id} was chosen. */
    void chosen(int id);
}
