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
     * @param confidence the share of the probability that this wording has among those taken into account, 0 to 1; 1 when
     *     it was the only one, 0 without words
     * @param logLikelihood of the sound, given the likeliest wording; two recognisers that heard the same frames compare
     */
    record Transcript(String text, double confidence, double logLikelihood, List<Word> words) {
        public static final Transcript EMPTY = new Transcript("", 0, Double.NEGATIVE_INFINITY, List.of());

        public Transcript {
            words = List.copyOf(words);
        }
    }

    /** One word, and its place in seconds since the utterance's first sample. */
    record Word(String word, double startS, double endS) {}
}
