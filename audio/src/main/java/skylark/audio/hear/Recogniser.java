package skylark.audio.hear;

import java.util.List;

/** Sound to words, while it streams in. An instance belongs to one thread. */
public interface Recogniser extends AutoCloseable {

    /**
     * Takes the next samples: mono, 16 kHz, signed 16 bit.
     *
     * @return true when {@link #partial()} may have changed
     */
    boolean accept(short[] samples, int length);

    /** The words so far, lower case; empty when none. */
    String partial();

    /** The words of the utterance, and ready for the next one. */
    Transcript finish();

    /** Forgets the utterance. */
    void reset();

    @Override
    void close();

    /**
     * What was heard.
     *
     * @param text lower case, one space between words; may hold {@code [unk]}
     * @param confidence mean of the words' confidences, 0 to 1; 0 without words
     */
    record Transcript(String text, double confidence, List<Word> words) {
        public static final Transcript EMPTY = new Transcript("", 0, List.of());

        public Transcript {
            words = List.copyOf(words);
        }
    }

    /** One word, its place in seconds since the utterance's first sample, and how sure the recogniser is. */
    record Word(String word, double startS, double endS, double confidence) {}
}
