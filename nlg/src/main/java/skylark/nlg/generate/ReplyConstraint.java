package skylark.nlg.generate;

import java.util.Collection;
import skylark.nlg.tokenize.Vocabulary;

/**
 * Lets a reply be made of speakable text without number words, each allowed placeholder once, and {@code <eos>} once
 * something was said. So no number that is spoken can be the model's own.
 */
public final class ReplyConstraint implements TokenConstraint {
    private final SpeakableTokens speakable;
    private final boolean[] open;
    private boolean begun;

    ReplyConstraint(SpeakableTokens speakable, boolean[] open) {
        this.speakable = speakable;
        this.open = open;
    }

    @Override
    public boolean allows(int id) {
        return id == speakable.eos() ? begun : speakable.isText(id) || open[id];
    }

    @Override
    public void chosen(int id) {
        open[id] = false;
        begun = true;
    }

    /** The part of a constraint that is the same for every reply. Immutable. */
    public static final class SpeakableTokens {
        private final Vocabulary vocabulary;
        private final boolean[] text;
        private final int eos;

        /** @param isNumberWord tells words that would be a number of the model's own */
        public SpeakableTokens(Vocabulary vocabulary, java.util.function.Predicate<String> isNumberWord) {
            this.vocabulary = vocabulary;
            this.eos = vocabulary.specialId("<eos>");
            this.text = new boolean[vocabulary.size()];
            for (int id = 0; id < text.length; id++) {
                text[id] = vocabulary.isSpeakable(id)
                        && !isNumberWord.test(vocabulary.piece(id).strip());
            }
        }

        /**
         * The constraint of one reply.
         *
         * @param placeholders such as {@code {height}}, each of which may be said once
         */
        public ReplyConstraint allowing(Collection<String> placeholders) {
            boolean[] open = new boolean[text.length];
            placeholders.forEach(placeholder -> open[vocabulary.specialId(placeholder)] = true);
            return new ReplyConstraint(this, open);
        }

        int eos() {
            return eos;
        }

        boolean isText(int id) {
            return text[id];
        }
    }
}
