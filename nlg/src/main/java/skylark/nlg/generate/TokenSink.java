package skylark.nlg.generate;

/** Where tokens go as they are chosen. */
@FunctionalInterface
public interface TokenSink {
    void token(int id);
}
