package skylark.nlg.compose;

/** Where clauses go while the rest is still being generated. */
@FunctionalInterface
public interface ClauseSink {
    /** Takes nothing. */
    ClauseSink NONE = clause -> {};

    /**
     * A clause is complete, as far as the model goes; the whole reply may still turn out unfit.
     *
     * @param clause with placeholders, its mark at the end: "Battery low,"
     */
    void clause(String clause);
}
