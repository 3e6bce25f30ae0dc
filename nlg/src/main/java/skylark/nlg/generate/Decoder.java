package skylark.nlg.generate;

import java.nio.FloatBuffer;

/**
 * The arithmetic of a language model: takes ids, keeps what it must know of them, and scores every token as the next
 * one. Belongs to one thread, {@link #cancel} excepted.
 */
interface Decoder extends AutoCloseable {

    /** How many tokens it scores. */
    int vocabulary();

    /** How many ids it can hold. */
    int context();

    /** How many ids it holds now. */
    int length();

    /** Forgets all ids from this position on. */
    void truncate(int length);

    /**
     * Takes {@code count} further ids, at least one.
     *
     * @throws java.util.concurrent.CancellationException if {@link #cancel} was called; it then holds what it held
     * @throws IllegalStateException if the model fails
     */
    void forward(long[] ids, int from, int count);

    /** The scores after the last id, from {@link #scoresAt} on. The same buffer each time. */
    FloatBuffer scores();

    /** Where in {@link #scores} those of the last id begin. */
    int scoresAt();

    /** Ends the run in flight, and every later one until {@link #rearm}. Any thread. */
    void cancel();

    /** Takes a cancellation back. */
    void rearm();

    @Override
    void close();
}
