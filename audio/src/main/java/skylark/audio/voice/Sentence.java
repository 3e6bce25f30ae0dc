package skylark.audio.voice;

import java.util.List;

/**
 * Words that are analysed together.
 *
 * @param words lower-case, at least one
 * @param end the mark it ends with: {@code . ! ? ,}
 */
record Sentence(List<Word> words, char end) {

    /**
     * @param text letters and apostrophes
     * @param phraseEnd a comma or the like follows
     */
    record Word(String text, boolean phraseEnd) {}

    boolean isQuestion() {
        return end == '?';
    }

    /** More of the same sentence is to come. */
    boolean continues() {
        return end == ',';
    }
}
