package skylark.audio.voice;

/**
 * Text to sound. An instance belongs to one thread; only {@link #cancel()} may be called from others.
 */
public interface Synthesiser extends AutoCloseable {

    /**
     * Speaks one clause into {@code sink} as it is made: mono, 16 kHz, signed 16 bit.
     *
     * @param mostS how long it may take; a voice that would take longer hurries, by half at most
     * @return the samples handed over
     */
    int synthesise(String clause, double mostS, PcmSink sink);

    /** At the voice's own pace. */
    default int synthesise(String clause, PcmSink sink) {
        return synthesise(clause, Double.POSITIVE_INFINITY, sink);
    }

    /** Stops the clause being made, soon; it returns what it had handed over. */
    void cancel();

    @Override
    void close();

    /** Takes samples while they are made. */
    interface PcmSink {
        /**
         * @param samples valid during the call only
         * @return false to have no more
         */
        boolean accept(short[] samples, int offset, int length);
    }
}
