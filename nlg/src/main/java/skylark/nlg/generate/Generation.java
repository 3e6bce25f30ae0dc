package skylark.nlg.generate;

/**
 * What a generation came to.
 *
 * @param tokens how many tokens were given to the sink
 * @param firstTokenNs from the start to the first choice; 0 if there was none
 * @param totalNs from the start to the end
 */
public record Generation(Finish finish, int tokens, long firstTokenNs, long totalNs) {

    /** Why a generation ended. */
    public enum Finish {
        /** The model ended the sentence. */
        EOS,
        /** The limit was reached first: the sentence is cut. */
        LENGTH,
        /** Nobody wanted it any more, or its deadline passed. */
        CANCELLED,
        /** The model failed or gave no number. */
        FAULT
    }
}
