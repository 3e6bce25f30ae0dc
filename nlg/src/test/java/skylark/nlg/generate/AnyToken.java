package skylark.nlg.generate;

/** Allows everything. */
final class AnyToken implements TokenConstraint {
    @Override
    public boolean allows(int id) {
        return true;
    }

    @Override
    public void chosen(int id) {}
}
