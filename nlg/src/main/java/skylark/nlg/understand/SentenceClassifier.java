package skylark.nlg.understand;

/** Gives every intent a probability. Belongs to one thread. */
interface SentenceClassifier extends AutoCloseable {

    /** By intent ordinal, calibrated, summing to 1; overwritten by the next call. */
    float[] probabilities(Utterance utterance);

    /** The least probability with which a guess counts. */
    double threshold(boolean command);

    @Override
    void close();
}
