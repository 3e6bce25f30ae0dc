package skylark.nlg.generate;

/** Continues a prompt token by token. Implementations belong to one thread. */
public interface Generator extends AutoCloseable {

    /**
     * Decodes greedily until {@code <eos>}, the limit, a cancellation or a fault. Does not throw for what the model
     * does: a fault is a way to finish.
     *
     * @param promptIds at least one, and few enough that prompt and reply fit the context
     * @param allowed asked before each choice, told of each; used for this generation only
     * @param maxTokens most tokens to choose
     * @param sink is given each token, {@code <eos>} excepted, as soon as it is chosen, on this thread
     * @param cancel looked at between tokens, and ends a run of the model that is under way
     * @throws IllegalArgumentException if the prompt is empty or too long
     */
    Generation generate(long[] promptIds, TokenConstraint allowed, int maxTokens, TokenSink sink, CancelFlag cancel);

    @Override
    void close();
}
