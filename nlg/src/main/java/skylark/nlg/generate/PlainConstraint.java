package skylark.nlg.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * The constraint for a tokenizer that was not made for us: a placeholder takes several tokens there. Speakable text is
 * allowed, the end once something was said, and placeholders token by token, each once; never half of one.
 */
public final class PlainConstraint implements TokenConstraint {
    private final boolean[] text;
    private final int end;
    private final List<int[]> open;
    private final List<int[]> begun;
    private int at;
    private boolean said;

    /**
     * @param text which tokens are speakable
     * @param end the token that ends a reply
     * @param placeholders the tokens of each that may be said; none begins with a speakable one
     */
    public PlainConstraint(boolean[] text, int end, List<int[]> placeholders) {
        this.text = text;
        this.end = end;
        this.open = new ArrayList<>(placeholders);
        this.begun = new ArrayList<>(placeholders.size());
    }

    @Override
    public boolean allows(int id) {
        if (!begun.isEmpty()) {
            return begins(begun, at, id);
        }
        return id == end ? said : id < text.length && text[id] || begins(open, 0, id);
    }

    private static boolean begins(List<int[]> sequences, int position, int id) {
        for (int i = 0; i < sequences.size(); i++) {
            if (sequences.get(i)[position] == id) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void chosen(int id) {
        said = true;
        if (begun.isEmpty()) {
            if (text[id]) {
                return;
            }
            for (int i = 0; i < open.size(); i++) {
                begun.add(open.get(i));
            }
            at = 0;
        }
        for (int i = begun.size() - 1; i >= 0; i--) {
            if (begun.get(i)[at] != id) {
                begun.remove(i);
            }
        }
        at++;
        if (begun.size() == 1 && begun.get(0).length == at) {
            open.remove(begun.get(0));
            begun.clear();
        }
    }
}
