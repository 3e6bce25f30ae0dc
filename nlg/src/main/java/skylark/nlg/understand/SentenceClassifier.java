package skylark.nlg.understand;

import skylark.domain.RiskClass;

/** Gives every intent a probability. Belongs to one thread. */
interface SentenceClassifier extends AutoCloseable {

    /** By intent ordinal, calibrated, summing to 1; overwritten by the next call. */
    float[] probabilities(Utterance utterance);

    /** The least confidence that counts for an intent of this class. */
    double threshold(RiskClass riskClass);

    @Override
    void close();
}
